using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ConferenceCourse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Course",
                table: "Conferences",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "AsPlanned");

            migrationBuilder.AddColumn<string>(
                name: "CourseReason",
                table: "Conferences",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlannedOn",
                table: "Conferences",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Course",
                table: "Conferences");

            migrationBuilder.DropColumn(
                name: "CourseReason",
                table: "Conferences");

            migrationBuilder.DropColumn(
                name: "PlannedOn",
                table: "Conferences");
        }
    }
}
