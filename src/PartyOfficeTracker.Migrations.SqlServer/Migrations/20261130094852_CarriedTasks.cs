using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CarriedTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Assignments_GivenToId",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_SortKey_Id_Shown",
                table: "Assignments");

            migrationBuilder.AddColumn<int>(
                name: "Carried",
                table: "Assignments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("UPDATE [Assignments] SET [Carried] = 1 WHERE YEAR([ClosedOn]) > [CountedIn];");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ClosedOn_Id_CountedIn_Shown",
                table: "Assignments",
                columns: new[] { "ClosedOn", "Id", "CountedIn", "Shown" },
                filter: "Carried = 1")
                .Annotation("SqlServer:Include", new[] { "Carried" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_GivenToId_ClosedOn_Id_CountedIn_Shown",
                table: "Assignments",
                columns: new[] { "GivenToId", "ClosedOn", "Id", "CountedIn", "Shown" },
                filter: "Carried = 1")
                .Annotation("SqlServer:Include", new[] { "Carried" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_GivenToId_SortKey_Id_Shown_CountedIn",
                table: "Assignments",
                columns: new[] { "GivenToId", "SortKey", "Id", "Shown", "CountedIn" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_SortKey_Id_Shown_CountedIn",
                table: "Assignments",
                columns: new[] { "SortKey", "Id", "Shown", "CountedIn" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Assignments_ClosedOn_Id_CountedIn_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_GivenToId_ClosedOn_Id_CountedIn_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_GivenToId_SortKey_Id_Shown_CountedIn",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_SortKey_Id_Shown_CountedIn",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Carried",
                table: "Assignments");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_GivenToId",
                table: "Assignments",
                column: "GivenToId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_SortKey_Id_Shown",
                table: "Assignments",
                columns: new[] { "SortKey", "Id", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });
        }
    }
}
