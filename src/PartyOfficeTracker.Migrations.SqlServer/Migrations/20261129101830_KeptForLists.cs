using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyOfficeTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KeptForLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SearchTerms_EntryId",
                table: "SearchTerms");

            migrationBuilder.DropIndex(
                name: "IX_Rows_Kind_DeadlineKind_Id",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_GroupKey",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_FindingYear_State",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_OrganiserId",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_TaskYear_State",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_EntityUid_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_UserId_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_DirectiveId_Rank",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_Rank_SortDay_Id",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_UnitId_Rank_SortDay_Id",
                table: "Assignments");

            migrationBuilder.AddColumn<int>(
                name: "CountedIn",
                table: "Rows",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HeldOn",
                table: "Rows",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Progress",
                table: "Rows",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "NotAssigned");

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Rows",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "Draft");

            migrationBuilder.AddColumn<int>(
                name: "CountedIn",
                table: "Assignments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OverdueAfter",
                table: "Assignments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Shown",
                table: "Assignments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SortKey",
                table: "Assignments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "TaskTallies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CountedIn = table.Column<int>(type: "int", nullable: false),
                    GivenToId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    ClosedIn = table.Column<int>(type: "int", nullable: false),
                    IsWithdrawn = table.Column<int>(type: "int", nullable: false),
                    NeedsDeadline = table.Column<int>(type: "int", nullable: false),
                    OverdueAfter = table.Column<DateOnly>(type: "date", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskTallies", x => x.Id);
                });

            // What is there says what it keeps from now on, before the indexes are made of it.
            migrationBuilder.Sql(
                """
                UPDATE [Rows] SET [HeldOn] = c.[Date], [Stage] = c.[State],
                    [CountedIn] = CASE WHEN [Rows].[Kind] = 'Directive' THEN c.[TaskYear] ELSE c.[FindingYear] END
                FROM [Rows] INNER JOIN [Conferences] AS c ON c.[Id] = [Rows].[ConferenceId];
                """);

            migrationBuilder.Sql(
                """
                UPDATE [Assignments] SET [CountedIn] = c.[TaskYear], [Shown] = CASE WHEN c.[State] = 'Draft' THEN 0 ELSE 1 END,
                    [SortKey] = CASE WHEN [Assignments].[Turn] = 'Nobody' AND [Assignments].[SuspendedOn] IS NULL THEN 12000000 ELSE [Assignments].[Rank] * 4000000 END + CASE WHEN [Assignments].[NeedsDeadline] = 1 THEN 3652059 ELSE DATEDIFF(day, CONVERT(date, '0001-01-01'), [Assignments].[SortDay]) END,
                    [OverdueAfter] = CASE WHEN [Assignments].[Turn] = 'Nobody' OR [Assignments].[NeedsDeadline] = 1 OR [Assignments].[SubmittedOn] <= [Assignments].[LateAfter] THEN NULL ELSE [Assignments].[LateAfter] END
                FROM [Assignments] INNER JOIN [Rows] AS r ON r.[Id] = [Assignments].[DirectiveId] INNER JOIN [Conferences] AS c ON c.[Id] = r.[ConferenceId];
                """);

            migrationBuilder.Sql(
                """
                UPDATE [Rows] SET [Progress] = CASE
                    WHEN NOT EXISTS (SELECT 1 FROM [Assignments] AS a WHERE a.[DirectiveId] = [Rows].[Id] AND a.[Role] = 'Lead' AND a.[WithdrawnOn] IS NULL) THEN 'NotAssigned'
                    WHEN NOT EXISTS (SELECT 1 FROM [Assignments] AS a WHERE a.[DirectiveId] = [Rows].[Id] AND a.[Role] = 'Lead' AND a.[WithdrawnOn] IS NULL AND a.[State] IN ('CompletedOnTime', 'CompletedLate')) THEN 'NoneCompleted'
                    WHEN EXISTS (SELECT 1 FROM [Assignments] AS a WHERE a.[DirectiveId] = [Rows].[Id] AND a.[Role] = 'Lead' AND a.[WithdrawnOn] IS NULL AND a.[State] NOT IN ('CompletedOnTime', 'CompletedLate')) THEN 'PartlyCompleted'
                    ELSE 'AllCompleted' END
                WHERE [Kind] = 'Directive';
                """);

            migrationBuilder.Sql(
                """
                INSERT INTO [TaskTallies] ([CountedIn], [GivenToId], [State], [ClosedIn], [IsWithdrawn], [NeedsDeadline], [OverdueAfter], [DueOn], [Count])
                SELECT [CountedIn], [GivenToId], [State], COALESCE(YEAR([ClosedOn]), 0),
                    CASE WHEN [WithdrawnOn] IS NULL THEN 0 ELSE 1 END, CASE WHEN [NeedsDeadline] = 1 AND [SortKey] < 8000000 THEN 1 ELSE 0 END, [OverdueAfter], [DueOn], COUNT(*)
                FROM [Assignments] WHERE [Shown] = 1
                GROUP BY [CountedIn], [GivenToId], [State], COALESCE(YEAR([ClosedOn]), 0),
                    CASE WHEN [WithdrawnOn] IS NULL THEN 0 ELSE 1 END, CASE WHEN [NeedsDeadline] = 1 AND [SortKey] < 8000000 THEN 1 ELSE 0 END, [OverdueAfter], [DueOn];
                """);

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_EntryId_Term",
                table: "SearchTerms",
                columns: new[] { "EntryId", "Term" });

            migrationBuilder.CreateIndex(
                name: "IX_Rows_CountedIn_Kind_Stage_FieldOfWorkId_Addressee_DeadlineKind_Progress",
                table: "Rows",
                columns: new[] { "CountedIn", "Kind", "Stage", "FieldOfWorkId", "Addressee", "DeadlineKind", "Progress" });

            migrationBuilder.CreateIndex(
                name: "IX_Rows_Kind_Addressee_HeldOn_Id_Stage",
                table: "Rows",
                columns: new[] { "Kind", "Addressee", "HeldOn", "Id", "Stage" },
                descending: new[] { false, false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Rows_Kind_CountedIn_HeldOn_Id_Stage",
                table: "Rows",
                columns: new[] { "Kind", "CountedIn", "HeldOn", "Id", "Stage" },
                descending: new[] { false, false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Rows_Kind_DeadlineKind_HeldOn_Id_Stage_Progress",
                table: "Rows",
                columns: new[] { "Kind", "DeadlineKind", "HeldOn", "Id", "Stage", "Progress" },
                descending: new[] { false, false, true, false, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Rows_Kind_FieldOfWorkId_HeldOn_Id_Stage",
                table: "Rows",
                columns: new[] { "Kind", "FieldOfWorkId", "HeldOn", "Id", "Stage" },
                descending: new[] { false, false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Rows_Kind_HeldOn_Id_Stage",
                table: "Rows",
                columns: new[] { "Kind", "HeldOn", "Id", "Stage" },
                descending: new[] { false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Rows_Kind_Progress_HeldOn_Id_Stage",
                table: "Rows",
                columns: new[] { "Kind", "Progress", "HeldOn", "Id", "Stage" },
                descending: new[] { false, false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_GroupKey",
                table: "Recommendations",
                column: "GroupKey",
                filter: "GroupKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_FindingYear_Date_Id_State",
                table: "Conferences",
                columns: new[] { "FindingYear", "Date", "Id", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_Kind_Date_Id",
                table: "Conferences",
                columns: new[] { "Kind", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_OrganiserId_Date_Id",
                table: "Conferences",
                columns: new[] { "OrganiserId", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_State_Date_Id",
                table: "Conferences",
                columns: new[] { "State", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_TaskYear_Date_Id_State",
                table: "Conferences",
                columns: new[] { "TaskYear", "Date", "Id", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At_Id",
                table: "AuditEntries",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Entity_At_Id",
                table: "AuditEntries",
                columns: new[] { "Entity", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_EntityUid_At_Id",
                table: "AuditEntries",
                columns: new[] { "EntityUid", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_UserId_At_Id",
                table: "AuditEntries",
                columns: new[] { "UserId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_CountedIn_GivenToId_SortKey_Id_Shown",
                table: "Assignments",
                columns: new[] { "CountedIn", "GivenToId", "SortKey", "Id", "Shown" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_CountedIn_SortKey_Id_Shown",
                table: "Assignments",
                columns: new[] { "CountedIn", "SortKey", "Id", "Shown" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_DirectiveId_OverdueAfter_UnitId_Shown",
                table: "Assignments",
                columns: new[] { "DirectiveId", "OverdueAfter", "UnitId", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_DirectiveId_State_Role_OverdueAfter_NeedsDeadline_SortKey_UnitId_Shown",
                table: "Assignments",
                columns: new[] { "DirectiveId", "State", "Role", "OverdueAfter", "NeedsDeadline", "SortKey", "UnitId", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_OverdueAfter_Id_Shown",
                table: "Assignments",
                columns: new[] { "OverdueAfter", "Id", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_SortKey_Id_Shown",
                table: "Assignments",
                columns: new[] { "SortKey", "Id", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_State_SortKey_Id_Shown",
                table: "Assignments",
                columns: new[] { "State", "SortKey", "Id", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_UnitId_OverdueAfter_Id_Shown",
                table: "Assignments",
                columns: new[] { "UnitId", "OverdueAfter", "Id", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_UnitId_SortKey_Id_Shown",
                table: "Assignments",
                columns: new[] { "UnitId", "SortKey", "Id", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_UnitId_State_SortKey_Id_Shown",
                table: "Assignments",
                columns: new[] { "UnitId", "State", "SortKey", "Id", "Shown" },
                filter: "WithdrawnOn IS NULL")
                .Annotation("SqlServer:Include", new[] { "WithdrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskTallies_ClosedIn_CountedIn_GivenToId_State_IsWithdrawn_NeedsDeadline_OverdueAfter_DueOn_Count",
                table: "TaskTallies",
                columns: new[] { "ClosedIn", "CountedIn", "GivenToId", "State", "IsWithdrawn", "NeedsDeadline", "OverdueAfter", "DueOn", "Count" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskTallies_CountedIn_GivenToId_State_ClosedIn_IsWithdrawn_NeedsDeadline_OverdueAfter_DueOn_Count",
                table: "TaskTallies",
                columns: new[] { "CountedIn", "GivenToId", "State", "ClosedIn", "IsWithdrawn", "NeedsDeadline", "OverdueAfter", "DueOn", "Count" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TaskTallies");

            migrationBuilder.DropIndex(
                name: "IX_SearchTerms_EntryId_Term",
                table: "SearchTerms");

            migrationBuilder.DropIndex(
                name: "IX_Rows_CountedIn_Kind_Stage_FieldOfWorkId_Addressee_DeadlineKind_Progress",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Rows_Kind_Addressee_HeldOn_Id_Stage",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Rows_Kind_CountedIn_HeldOn_Id_Stage",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Rows_Kind_DeadlineKind_HeldOn_Id_Stage_Progress",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Rows_Kind_FieldOfWorkId_HeldOn_Id_Stage",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Rows_Kind_HeldOn_Id_Stage",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Rows_Kind_Progress_HeldOn_Id_Stage",
                table: "Rows");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_GroupKey",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_FindingYear_Date_Id_State",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_Kind_Date_Id",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_OrganiserId_Date_Id",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_State_Date_Id",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_Conferences_TaskYear_Date_Id_State",
                table: "Conferences");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_At_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Entity_At_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_EntityUid_At_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_UserId_At_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_CountedIn_GivenToId_SortKey_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_CountedIn_SortKey_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_DirectiveId_OverdueAfter_UnitId_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_DirectiveId_State_Role_OverdueAfter_NeedsDeadline_SortKey_UnitId_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_OverdueAfter_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_SortKey_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_State_SortKey_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_UnitId_OverdueAfter_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_UnitId_SortKey_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_UnitId_State_SortKey_Id_Shown",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "CountedIn",
                table: "Rows");

            migrationBuilder.DropColumn(
                name: "HeldOn",
                table: "Rows");

            migrationBuilder.DropColumn(
                name: "Progress",
                table: "Rows");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Rows");

            migrationBuilder.DropColumn(
                name: "CountedIn",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "OverdueAfter",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Shown",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Assignments");

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_EntryId",
                table: "SearchTerms",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Rows_Kind_DeadlineKind_Id",
                table: "Rows",
                columns: new[] { "Kind", "DeadlineKind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_GroupKey",
                table: "Recommendations",
                column: "GroupKey");

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_FindingYear_State",
                table: "Conferences",
                columns: new[] { "FindingYear", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_OrganiserId",
                table: "Conferences",
                column: "OrganiserId");

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_TaskYear_State",
                table: "Conferences",
                columns: new[] { "TaskYear", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_EntityUid_Id",
                table: "AuditEntries",
                columns: new[] { "EntityUid", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_UserId_Id",
                table: "AuditEntries",
                columns: new[] { "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_DirectiveId_Rank",
                table: "Assignments",
                columns: new[] { "DirectiveId", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Rank_SortDay_Id",
                table: "Assignments",
                columns: new[] { "Rank", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_UnitId_Rank_SortDay_Id",
                table: "Assignments",
                columns: new[] { "UnitId", "Rank", "SortDay", "Id" });
        }
    }
}
