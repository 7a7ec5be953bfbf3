using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AnsweredRecommendationsTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "AssignmentId",
                table: "Notices",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<int>(
                name: "RecommendationId",
                table: "Notices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecommendationId",
                table: "Notices",
                column: "RecommendationId");

            migrationBuilder.AddForeignKey(
                name: "FK_Notices_Recommendations_RecommendationId",
                table: "Notices",
                column: "RecommendationId",
                principalTable: "Recommendations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Notices_Recommendations_RecommendationId",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_RecommendationId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "RecommendationId",
                table: "Notices");

            migrationBuilder.AlterColumn<int>(
                name: "AssignmentId",
                table: "Notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
