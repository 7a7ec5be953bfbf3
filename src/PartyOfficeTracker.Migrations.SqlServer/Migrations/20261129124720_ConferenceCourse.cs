using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.SqlServer.Migrations
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
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "AsPlanned");

            migrationBuilder.AddColumn<string>(
                name: "CourseReason",
                table: "Conferences",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlannedOn",
                table: "Conferences",
                type: "date",
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
