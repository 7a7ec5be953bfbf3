using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PublishedHeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Entity",
                table: "PublishedChanges",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AheadWords",
                table: "Conferences",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewedWords",
                table: "Conferences",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Entity",
                table: "PublishedChanges");

            migrationBuilder.DropColumn(
                name: "AheadWords",
                table: "Conferences");

            migrationBuilder.DropColumn(
                name: "ReviewedWords",
                table: "Conferences");
        }
    }
}
