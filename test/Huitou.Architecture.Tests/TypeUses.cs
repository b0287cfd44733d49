using System.Reflection;
using System.Reflection.Emit;

namespace Huitou.Architecture.Tests;

/// <summary>Which types a type uses, read from its metadata: base types, signatures, attributes, and what its methods' code touches.</summary>
internal static class TypeUses
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    internal static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var implemented in type.GetInterfaces()) Add(used, implemented);
        foreach (var attribute in type.CustomAttributes) Add(used, attribute.AttributeType);
        foreach (var field in type.GetFields(Declared)) Add(used, field.FieldType);
        foreach (var method in type.GetMethods(Declared)) AddMethod(used, method);
        foreach (var constructor in type.GetConstructors(Declared)) AddMethod(used, constructor);
        return used;
    }

    private static void AddMethod(HashSet<Type> used, MethodBase method)
    {
        if (method is MethodInfo returning) Add(used, returning.ReturnType);
        foreach (var parameter in method.GetParameters()) Add(used, parameter.ParameterType);
        if (method.GetMethodBody() is not { } body) return;
        foreach (var local in body.LocalVariables) Add(used, local.LocalType);
        foreach (var token in Tokens(body.GetILAsByteArray()!)) AddMember(used, method, token);
    }

    private static void AddMember(HashSet<Type> used, MethodBase from, int token)
    {
        var typeArguments = from.DeclaringType!.IsGenericType ? from.DeclaringType.GetGenericArguments() : null;
        var methodArguments = from.IsGenericMethod ? from.GetGenericArguments() : null;
        switch (from.Module.ResolveMember(token, typeArguments, methodArguments))
        {
            case Type type:
                Add(used, type);
                break;
            case MethodInfo method:
                Add(used, method.DeclaringType);
                Add(used, method.ReturnType);
                foreach (var argument in method.GetGenericArguments()) Add(used, argument);
                break;
            case { } member:
                Add(used, member.DeclaringType);
                break;
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType) { Add(used, type.GetElementType()); return; }
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments()) if (!used.Contains(argument)) Add(used, argument);
            type = type.GetGenericTypeDefinition();
        }
        used.Add(type);
    }

    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE) value = (short)(0xFE00 | il[at++]);
            var code = Codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, at);
            at += code.OperandType == OperandType.InlineSwitch ? 4 + 4 * BitConverter.ToInt32(il, at) : OperandSize(code.OperandType);
        }
    }

    private static int OperandSize(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
