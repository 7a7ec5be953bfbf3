using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RowMentions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RowMentions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    FindingId = table.Column<int>(type: "INTEGER", nullable: true),
                    RemarkId = table.Column<int>(type: "INTEGER", nullable: true),
                    DirectiveId = table.Column<int>(type: "INTEGER", nullable: true),
                    SpanStart = table.Column<int>(type: "INTEGER", nullable: false),
                    SpanEnd = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RowMentions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RowMentions_Conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "Conferences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RowMentions_Directives_DirectiveId",
                        column: x => x.DirectiveId,
                        principalTable: "Directives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RowMentions_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RowMentions_Remarks_RemarkId",
                        column: x => x.RemarkId,
                        principalTable: "Remarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RowMentions_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RowMentions_ConferenceId",
                table: "RowMentions",
                column: "ConferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_RowMentions_DirectiveId",
                table: "RowMentions",
                column: "DirectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_RowMentions_FindingId",
                table: "RowMentions",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_RowMentions_RemarkId",
                table: "RowMentions",
                column: "RemarkId");

            migrationBuilder.CreateIndex(
                name: "IX_RowMentions_SourceId",
                table: "RowMentions",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_RowMentions_Uid",
                table: "RowMentions",
                column: "Uid",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RowMentions");
        }
    }
}
