using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SearchAndLastDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ChairId",
                table: "SearchEntries",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PointId",
                table: "SearchEntries",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SourceId",
                table: "SearchEntries",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastDay",
                table: "ImportDrafts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastDay",
                table: "Conferences",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Abbreviations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Uid = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Short = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Long = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Abbreviations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_ChairId",
                table: "SearchEntries",
                column: "ChairId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_PointId",
                table: "SearchEntries",
                column: "PointId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_SourceId",
                table: "SearchEntries",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Abbreviations_Short",
                table: "Abbreviations",
                column: "Short",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Abbreviations_Uid",
                table: "Abbreviations",
                column: "Uid",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_SearchEntries_Chair_ChairId",
                table: "SearchEntries",
                column: "ChairId",
                principalTable: "Chair",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SearchEntries_ConnectionPoint_PointId",
                table: "SearchEntries",
                column: "PointId",
                principalTable: "ConnectionPoint",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SearchEntries_Sources_SourceId",
                table: "SearchEntries",
                column: "SourceId",
                principalTable: "Sources",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SearchEntries_Chair_ChairId",
                table: "SearchEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_SearchEntries_ConnectionPoint_PointId",
                table: "SearchEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_SearchEntries_Sources_SourceId",
                table: "SearchEntries");

            migrationBuilder.DropTable(
                name: "Abbreviations");

            migrationBuilder.DropIndex(
                name: "IX_SearchEntries_ChairId",
                table: "SearchEntries");

            migrationBuilder.DropIndex(
                name: "IX_SearchEntries_PointId",
                table: "SearchEntries");

            migrationBuilder.DropIndex(
                name: "IX_SearchEntries_SourceId",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "ChairId",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "PointId",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "SourceId",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "LastDay",
                table: "ImportDrafts");

            migrationBuilder.DropColumn(
                name: "LastDay",
                table: "Conferences");
        }
    }
}
