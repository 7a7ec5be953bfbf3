using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ImportDetailsAndAnchors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AddresseeUnitId",
                table: "ImportRows",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FieldOfWorkId",
                table: "ImportRows",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Recipient",
                table: "ImportRows",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SpeakerName",
                table: "ImportRows",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SpeakerTitle",
                table: "ImportRows",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UnitId",
                table: "ImportRows",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Chairs",
                table: "ImportDrafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                table: "ImportDrafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Points",
                table: "ImportDrafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Presenter",
                table: "ImportDrafts",
                type: "TEXT",
                maxLength: 420,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "FieldsOfWork",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnchorDates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnchorDates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_AddresseeUnitId",
                table: "ImportRows",
                column: "AddresseeUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_FieldOfWorkId",
                table: "ImportRows",
                column: "FieldOfWorkId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_UnitId",
                table: "ImportRows",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_AnchorDates_Kind_Number_Name",
                table: "AnchorDates",
                columns: new[] { "Kind", "Number", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnchorDates_Uid",
                table: "AnchorDates",
                column: "Uid",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ImportRows_FieldsOfWork_FieldOfWorkId",
                table: "ImportRows",
                column: "FieldOfWorkId",
                principalTable: "FieldsOfWork",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ImportRows_Units_AddresseeUnitId",
                table: "ImportRows",
                column: "AddresseeUnitId",
                principalTable: "Units",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ImportRows_Units_UnitId",
                table: "ImportRows",
                column: "UnitId",
                principalTable: "Units",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ImportRows_FieldsOfWork_FieldOfWorkId",
                table: "ImportRows");

            migrationBuilder.DropForeignKey(
                name: "FK_ImportRows_Units_AddresseeUnitId",
                table: "ImportRows");

            migrationBuilder.DropForeignKey(
                name: "FK_ImportRows_Units_UnitId",
                table: "ImportRows");

            migrationBuilder.DropTable(
                name: "AnchorDates");

            migrationBuilder.DropIndex(
                name: "IX_ImportRows_AddresseeUnitId",
                table: "ImportRows");

            migrationBuilder.DropIndex(
                name: "IX_ImportRows_FieldOfWorkId",
                table: "ImportRows");

            migrationBuilder.DropIndex(
                name: "IX_ImportRows_UnitId",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "AddresseeUnitId",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "FieldOfWorkId",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "Recipient",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "SpeakerName",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "SpeakerTitle",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "Chairs",
                table: "ImportDrafts");

            migrationBuilder.DropColumn(
                name: "Documents",
                table: "ImportDrafts");

            migrationBuilder.DropColumn(
                name: "Points",
                table: "ImportDrafts");

            migrationBuilder.DropColumn(
                name: "Presenter",
                table: "ImportDrafts");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "FieldsOfWork");
        }
    }
}
