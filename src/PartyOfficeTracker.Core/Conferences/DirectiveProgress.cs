namespace PartyOfficeTracker.Core.Conferences;

/// <summary>
/// Where a directive stands: what its lead units have come to. A co-ordinating unit contributes and is not waited for, so a directive
/// that only co-ordinating units have is not assigned yet. The values partition all directives.
/// </summary>
public enum DirectiveProgress
{
    NotAssigned,
    NoneCompleted,
    PartlyCompleted,
    AllCompleted,
}
