namespace PartyOfficeTracker.Reading.Tests;

/// <summary>The notation of the vocabulary files (docs/reader.md), and what a file that breaks it is told.</summary>
public class VocabularyTests
{
    [Theory]
    [InlineData("còn chậm", "việc này còn chậm lắm", true)]
    [InlineData("còn chậm", "việc còn chậmm", false)]
    [InlineData("^tuy nhiên", "tuy nhiên, còn chậm", true)]
    [InlineData("^tuy nhiên", "việc tuy nhiên", false)]
    [InlineData("kết luận$", "đồng chí kết luận", true)]
    [InlineData("kết luận$", "kết luận hội nghị", false)]
    [InlineData("*chúc*", "hạnhchúcmừng", true)]
    [InlineData("(trao|tặng) cờ", "được tặng cờ", true)]
    [InlineData("[các ]đại biểu nghe", "đại biểu nghe", true)]
    [InlineData("việc{, việc} khó", "việc, việc, việc khó", true)]
    [InlineData("hội nghị·…20·nêu", "hội nghị sáng nay nêu", true)]
    [InlineData("hội nghị·…20·nêu", "hội nghị. Sáng nay nêu", false)]
    [InlineData("hội nghị·…5·nêu", "hội nghị sáng hôm nay nêu", false)]
    [InlineData("hội nghị·….20·nêu", "hội nghị; sáng nay nêu", true)]
    [InlineData("còn ~2 chậm", "còn một nơi chậm", true)]
    [InlineData("còn ~2 chậm", "còn ở một nơi chậm", false)]
    [InlineData("^~3 dự kiến", "tỉnh ta cũng dự kiến", true)]
    [InlineData("còn_chậm", "còn   chậm", true)]
    [InlineData("<number> việc", "12 việc", true)]
    [InlineData("<Tt>ỉnh <uỷ>", "Tỉnh ủy", true)]
    [InlineData("hạn chế(not:  được)", "hạn chế được", false)]
    [InlineData("(not after: được )chỉ đạo", "được chỉ đạo", false)]
    [InlineData("mục `[ivx]+`", "mục iv", true)]
    [InlineData("t.ư", "tưư", false)]
    [InlineData("<bodies> họp", "văn phòng họp", true)]
    public void A_line_means_what_the_notation_says(string line, string text, bool found)
    {
        var vocabulary = Vocabulary.Parse("practice", $"= <bodies>\nban\nvăn phòng\n\n= Cue\n{line}\n");

        Assert.Equal(found, vocabulary.Cue("Cue").In(text, 0, text.Length));
    }

    [Fact]
    public void The_edges_of_a_title_are_those_of_its_lines()
    {
        var cue = Vocabulary.Parse("practice", "# whole clauses\n= Cue ^…$\nchốt\ndặn\n").Cue("Cue");

        Assert.True(cue.In("dặn", 0, 3));
        Assert.False(cue.In("dặn dò", 0, 6));
    }

    [Fact]
    public void What_a_line_names_can_be_taken_out()
    {
        var match = Vocabulary.Parse("practice", "= Cue\nnăm (y: <year>)\n").Cue("Cue").Match("trong năm 2021");

        Assert.Equal("2021", match.Groups["y"].Value);
    }

    [Fact]
    public void Threads_that_ask_one_file_at_once_get_what_one_would()
    {
        var lists = Enumerable.Range(0, 60).Select(i => $"= <list-{i}>\nviệc {i}\n" + (i == 0 ? "" : $"<list-{i - 1}> lớn\n"));
        var text = string.Join('\n', lists);
        var expected = Vocabulary.Parse("practice", text).Choice("list-59");
        for (var round = 0; round < 50; round++)
        {
            var vocabulary = Vocabulary.Parse("practice", text);
            using var start = new Barrier(4);
            var threads = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return vocabulary.Choice("list-59");
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)).ToArray();

            Assert.All(threads, thread => Assert.Equal(expected, thread.GetAwaiter().GetResult()));
            Assert.Empty(vocabulary.NeverAsked);
        }
    }

    [Fact]
    public void A_weight_stands_in_front_of_its_phrase() =>
        Assert.Equal([(2, "tốt"), (-3, "chậm trễ")], Vocabulary.Parse("practice", "= <weights>\n+2 tốt\n-3 chậm trễ\n").Weighed("weights"));

    [Theory]
    [InlineData("chậm\n= Cue\nchậm", "practice.txt, line 1: a line before the first section")]
    [InlineData("= Cue\nchậm\n= Cue\nmuộn", "practice.txt, line 3: the section Cue stands twice")]
    [InlineData("= Cue\nchậm ", "practice.txt, line 2: a blank at the end of the line, where nobody sees it; write <space>")]
    [InlineData("= Cue\nchậm\n(muộn", "practice.txt, line 3: '(' is not closed")]
    [InlineData("= Cue\nchậm)", "practice.txt, line 2: ')' closes nothing")]
    [InlineData("= Cue\nchậm $ lắm", "practice.txt, line 2: '$' means something in this notation; write it as `\\$`")]
    [InlineData("= Cue\n…chậm", "practice.txt, line 2: a number belongs here")]
    [InlineData("= Cue\n~3chậm", "practice.txt, line 2: '~' wants a blank or '_' behind its number")]
    [InlineData("= Cue\n`chậm", "practice.txt, line 2: '`' is not closed")]
    [InlineData("= Cue\n<nobody> chậm", "practice.txt: there is no section <nobody>")]
    [InlineData("= <a>\n<b>\n\n= <b>\n<a>\n\n= Cue\n<a>", "practice.txt: the list <a> refers to itself")]
    [InlineData("= Cue\n# only a comment", "practice.txt: the section Cue is empty")]
    [InlineData("= Other\nchậm", "practice.txt: there is no section Cue")]
    public void A_file_that_breaks_the_notation_is_told_where(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Vocabulary.Parse("practice", text).Cue("Cue")).Message);

    [Fact]
    public void A_weight_that_is_no_number_is_told_where() =>
        Assert.Equal("practice.txt, line 2: a weight and a phrase belong here",
            Assert.Throws<FormatException>(() => Vocabulary.Parse("practice", "= <weights>\ntốt lắm\n").Weighed("weights").ToList()).Message);

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nothing.txt", Assert.Throws<FormatException>(() => Vocabulary.Of("nothing")).Message, StringComparison.Ordinal);
}
