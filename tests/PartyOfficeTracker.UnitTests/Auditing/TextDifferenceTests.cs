using FsCheck;
using FsCheck.Fluent;
using PartyOfficeTracker.Core.Auditing;

namespace PartyOfficeTracker.UnitTests.Auditing;

public class TextDifferenceTests
{
    [Theory]
    [InlineData("nộp trước 15/3", "nộp trước 20/3", "nộp trước [-15/3-][+20/3+]")]
    [InlineData("giao Văn phòng", "giao Ban Tổ chức Tỉnh ủy", "giao [-Văn phòng-][+Ban Tổ chức Tỉnh ủy+]")]
    [InlineData("", "mới", "[+mới+]")]
    [InlineData("cũ", "", "[-cũ-]")]
    [InlineData("như nhau", "như nhau", "như nhau")]
    [InlineData("rà soát, báo cáo", "báo cáo", "[-rà soát, -]báo cáo")]
    public void Changed_words_that_follow_each_other_are_one_stretch(string old, string now, string expected) => Assert.Equal(
        expected,
        string.Concat(TextDifference.Between(old, now).Select(s => s.Fate switch
        {
            TextFate.Removed => $"[-{s.Text}-]",
            TextFate.Added => $"[+{s.Text}+]",
            _ => s.Text,
        })));

    [Fact]
    public void Without_what_came_it_is_the_old_text_and_without_what_went_the_new_one()
    {
        var text = Gen.Elements("kiểm kê", "con dấu", " ", "  ", ", ", "trước 15/3", "\n", ".", "(6)").ArrayOf().Select(string.Concat).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(text, text, (old, now) =>
        {
            var stretches = TextDifference.Between(old, now);
            Assert.Equal(old, string.Concat(stretches.Where(s => s.Fate != TextFate.Added).Select(s => s.Text)));
            Assert.Equal(now, string.Concat(stretches.Where(s => s.Fate != TextFate.Removed).Select(s => s.Text)));
        }));
    }
}
