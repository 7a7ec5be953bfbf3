using PartyOfficeTracker.Core.Accounts;

namespace PartyOfficeTracker.UnitTests.Accounts;

public sealed class PasswordRulesTests
{
    [Fact]
    public void CommonPasswords_AreManyAndAllLongEnoughToMatter() => Assert.InRange(PasswordRules.CommonCount, 500, int.MaxValue);

    [Theory]
    [InlineData("MậtKhẩu-123456")]
    [InlineData("Password 12345678")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("12ab12ab12ab")]
    [InlineData("!!!!????....")]
    public void IsCommon_IgnoresCaseMarksAndPunctuation(string password) => Assert.True(PasswordRules.IsCommon(PasswordRules.Fold(password)));

    [Theory]
    [InlineData("mưa rào tháng sáu ở quê")]
    [InlineData(DemoAccounts.Password)]
    public void IsCommon_LeavesASentenceAlone(string password) => Assert.False(PasswordRules.IsCommon(PasswordRules.Fold(password)));

    [Fact]
    public void TemporaryPassword_IsLongEnoughAndNeverTheSame()
    {
        var many = Enumerable.Range(0, 100).Select(_ => TemporaryPassword.Create()).ToList();

        Assert.Equal(many.Count, many.Distinct(StringComparer.Ordinal).Count());
        Assert.All(many, p => Assert.True(p.Length >= PasswordRules.MinimumLength));
    }
}
