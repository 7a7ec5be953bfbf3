using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Import : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ImportDrafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Uid = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<int>(type: "int", nullable: false),
                    Outlet = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Author = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Url = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ContentHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Session = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Form = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    OrganiserId = table.Column<int>(type: "int", nullable: true),
                    Reviewed = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Ahead = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportDrafts_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportDrafts_Units_OrganiserId",
                        column: x => x.OrganiserId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Uid = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DraftId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    SpanStart = table.Column<int>(type: "int", nullable: false),
                    SpanEnd = table.Column<int>(type: "int", nullable: false),
                    IsAccepted = table.Column<bool>(type: "bit", nullable: false),
                    IsWeak = table.Column<bool>(type: "bit", nullable: false),
                    IsEdited = table.Column<bool>(type: "bit", nullable: false),
                    Addressee = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Verb = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    DeadlineKind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeadlineText = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    IsImmediate = table.Column<bool>(type: "bit", nullable: false),
                    SubmittedTo = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportRows_ImportDrafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "ImportDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportDrafts_ContentHash",
                table: "ImportDrafts",
                column: "ContentHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportDrafts_OrganiserId",
                table: "ImportDrafts",
                column: "OrganiserId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportDrafts_OwnerId",
                table: "ImportDrafts",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportDrafts_Uid",
                table: "ImportDrafts",
                column: "Uid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_DraftId_SpanStart",
                table: "ImportRows",
                columns: new[] { "DraftId", "SpanStart" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_Uid",
                table: "ImportRows",
                column: "Uid",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportRows");

            migrationBuilder.DropTable(
                name: "ImportDrafts");
        }
    }
}
