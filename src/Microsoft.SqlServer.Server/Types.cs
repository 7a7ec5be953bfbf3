namespace Microsoft.SqlServer.Server;

/// <summary>Custom serialisation of a user-defined type or aggregate. Public API of the package of the same name.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>How a user-defined type is serialised.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

/// <summary>Whether a method reads user data.</summary>
public enum DataAccessKind
{
    None = 0,
    Read = 1,
}

/// <summary>Whether a method reads system data.</summary>
public enum SystemDataAccessKind
{
    None = 0,
    Read = 1,
}

/// <summary>Thrown when a type is not usable as a user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message)
        : base(message)
    {
    }

    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Size and precision of a value that crosses into the server.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue)]
public class SqlFacetAttribute : Attribute
{
    public bool IsFixedLength { get; set; }

    public bool IsNullable { get; set; }

    public int MaxSize { get; set; }

    public int Precision { get; set; }

    public int Scale { get; set; }
}

/// <summary>Marks a method as a user-defined function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class SqlFunctionAttribute : Attribute
{
    public DataAccessKind DataAccess { get; set; }

    public string? FillRowMethodName { get; set; }

    public bool IsDeterministic { get; set; }

    public bool IsPrecise { get; set; }

    public string? Name { get; set; }

    public SystemDataAccessKind SystemDataAccess { get; set; }

    public string? TableDefinition { get; set; }
}

/// <summary>Marks a method of a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlMethodAttribute : SqlFunctionAttribute
{
    public bool InvokeIfReceiverIsNull { get; set; }

    public bool IsMutator { get; set; }

    public bool OnNullCall { get; set; } = true;
}

/// <summary>Marks a type as a user-defined aggregate.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedAggregateAttribute(Format format) : Attribute
{
    public const int MaxByteSizeValue = 8000;

    public Format Format { get; } = format;

    public bool IsInvariantToDuplicates { get; set; }

    public bool IsInvariantToNulls { get; set; }

    public bool IsInvariantToOrder { get; set; }

    public bool IsNullIfEmpty { get; set; }

    public int MaxByteSize { get; set; }

    public string? Name { get; set; }
}

/// <summary>Marks a type as a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    public bool IsByteOrdered { get; set; }

    public bool IsFixedLength { get; set; }

    public int MaxByteSize { get; set; }

    public string? Name { get; set; }

    public string? ValidationMethodName { get; set; }
}
