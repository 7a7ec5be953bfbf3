using System.Runtime.CompilerServices;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>The look into an upload for markings. The form, the save and the page each ask; the file is opened once.</summary>
public static class FileDoor
{
    private static readonly ConditionalWeakTable<byte[], StrongBox<FileFinding>> Looked = [];

    public static FileFinding Look(byte[] content, string fileName) =>
        Looked.GetValue(content, c => new StrongBox<FileFinding>(FileSecrecy.Look(c, fileName))).Value;

    /// <summary>Whether something of it could not be looked into, so that who sent it answers for it.</summary>
    public static bool IsUnseen(byte[] content, string fileName) => Look(content, fileName) == FileFinding.Unseen;
}
