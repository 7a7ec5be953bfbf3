namespace PartyOfficeTracker.Core.Common;

/// <summary>Why an operation did not happen. Exceptions are for bugs and dead infrastructure.</summary>
public enum FailureKind
{
    /// <summary>What was typed breaks a rule; <see cref="Failure.Errors"/> says which field. HTTP 400.</summary>
    Invalid,

    /// <summary>There is no such record, or it is outside the actor's unit. HTTP 404, so that nothing is revealed.</summary>
    NotFound,

    /// <summary>The actor's role may never do this. HTTP 403.</summary>
    Forbidden,

    /// <summary>Somebody else saved first; <see cref="Failure.Current"/> holds what they saved, where there is something to hold. HTTP 409.</summary>
    Conflict,
}

/// <summary>One message beside one field of the form; an empty field name speaks of the whole form.</summary>
public sealed record FieldError(string Field, string Message);

/// <summary>What is stored now: the record's class name, each field's stored text, and the version to post to overwrite it knowingly.</summary>
public sealed record StoredVersion(Guid Version, string Entity, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>Who saved it, as the person is known; null when nobody did or the trail does not say.</summary>
    public string? By { get; init; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTime? At { get; init; }
}

public sealed record Failure(FailureKind Kind, IReadOnlyList<FieldError> Errors, StoredVersion? Current = null)
{
    public static readonly Failure NotFound = new(FailureKind.NotFound, []);

    public static readonly Failure Forbidden = new(FailureKind.Forbidden, []);

    /// <summary>Somebody else saved a record with the same key a moment before: the same unit assigned, the same document cited.</summary>
    public static readonly Failure Taken = new(FailureKind.Conflict, []) { MessageKey = "Conflict.Taken" };

    /// <summary>The record was removed by somebody else a moment before.</summary>
    public static readonly Failure Gone = new(FailureKind.Conflict, []) { MessageKey = "Conflict.Gone" };

    /// <summary>What a page says when the failure was found where nobody knows the reader's language; a key of the texts.</summary>
    public string? MessageKey { get; private init; }

    /// <summary>Where whoever wanted this goes on instead: what they were about to make is there already.</summary>
    public string? Instead { get; init; }

    public static Failure Invalid(string field, string message) => new(FailureKind.Invalid, [new FieldError(field, message)]);

    public static Failure Invalid(IEnumerable<FieldError> errors) => new(FailureKind.Invalid, [.. errors]);

    public static Failure Conflict(StoredVersion? current) => current is null ? Gone : new(FailureKind.Conflict, [], current);
}

/// <summary>The outcome of an operation: done, or a <see cref="Common.Failure"/>.</summary>
public class Result
{
    private static readonly Result Done = new(null);

    protected Result(Failure? failure) => Failure = failure;

    public Failure? Failure { get; }

    public bool Succeeded => Failure is null;

    public static Result Success() => Done;

    public static Result<T> Success<T>(T value) => new(value, null);

    public static implicit operator Result(Failure failure) => new(failure);

    /// <summary>Done when there is no failure.</summary>
    public static Result Of(Failure? failure) => failure is null ? Done : new Result(failure);
}

/// <summary>The outcome of an operation that gives a value.</summary>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    internal Result(T? value, Failure? failure)
        : base(failure) => _value = value;

    /// <exception cref="InvalidOperationException">The operation failed.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException("The operation failed: " + Failure!.Kind);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}
