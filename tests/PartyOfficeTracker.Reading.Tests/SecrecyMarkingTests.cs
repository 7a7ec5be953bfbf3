namespace PartyOfficeTracker.Reading.Tests;

public class SecrecyMarkingTests
{
    private const string Body = "\nThường trực Tỉnh ủy họp bàn một số nội dung công tác.\n";

    [Theory]
    [InlineData("MẬT")]
    [InlineData("TỐI MẬT")]
    [InlineData("TUYỆT MẬT")]
    [InlineData("Mật")]
    [InlineData("Tối mật")]
    [InlineData("Tuyệt mật")]
    [InlineData("  MẬT  ")]
    [InlineData("M Ậ T")]
    [InlineData("[MẬT]")]
    [InlineData("(MẬT)")]
    [InlineData("(Mật)")]
    [InlineData("* TỐI MẬT *")]
    [InlineData("--- TUYỆT MẬT ---")]
    [InlineData("Độ mật: Mật")]
    [InlineData("Độ mật: MẬT")]
    [InlineData("Độ mật: Tối mật")]
    [InlineData("ĐỘ MẬT: TUYỆT MẬT")]
    [InlineData("Mức độ mật: Tối mật")]
    [InlineData("Cấp độ mật: Mật")]
    [InlineData("Độ mật - Mật")]
    [InlineData("Dấu chỉ độ mật: TỐI MẬT")]
    [InlineData("MẬT - Bản số: 02")]
    [InlineData("TỐI MẬT   Bản số 1")]
    [InlineData("Số: 15-BC/TU (Mật)")]
    [InlineData("Số 07-TTr/BTC - TỐI MẬT")]
    [InlineData("TỈNH ỦY A               MẬT")]
    [InlineData("BÁO CÁO (TỐI MẬT)")]
    [InlineData("Dấu: MẬT")]
    [InlineData("Tài liệu mật")]
    [InlineData("Văn bản tối mật")]
    [InlineData("TUYỆT MẬT: chỉ người có tên được bóc bì")]
    [InlineData("Đóng dấu: TỐI MẬT")]
    [InlineData("M\u0102\u0323T\nTỐI MẬT")]
    [InlineData("TỐI\u00A0MẬT")]
    [InlineData("MẬT\tCà Mau, ngày 1 tháng 7 năm 2021")]
    [InlineData("TỈNH ỦY A\tTỐI MẬT\tHà Nội, ngày 1 tháng 7 năm 2021")]
    [InlineData("Bản số 03/10 – Tối mật – Chỉ người có tên mới được bóc")]
    [InlineData("MẬT (sao lục)")]
    [InlineData("Độ Mật")]
    [InlineData("Gửi Tỉnh ủy. Tài liệu MẬT, không phổ biến.")]
    [InlineData("Văn bản này thuộc danh mục bí mật nhà nước độ Tối mật")]
    [InlineData("Độ mật : \"A\"")]
    [InlineData("CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ")]
    [InlineData("Tài liệu thu hồi")]
    [InlineData("Mật, khẩn")]
    [InlineData("Khẩn – Mật")]
    [InlineData("TỐI MẬT / HỎA TỐC")]
    [InlineData("Mức độ: Mật")]
    [InlineData("Phân loại: Tối mật.")]
    [InlineData("Công văn số 12/CV-VPTW MẬT ngày 3/4/2021")]
    [InlineData("Theo Báo cáo số: 15-BC/TU TỐI MẬT, kèm hai phụ lục")]
    [InlineData("BC 12 MẬT 2021")]
    [InlineData("TOI MAT")]
    [InlineData("Tuyet mat")]
    [InlineData("Bao cao (TOI MAT)")]
    [InlineData("Do mat: Mat")]
    [InlineData("T.MẬT")]
    [InlineData("T/Mật")]
    [InlineData("Báo cáo này thuộc loại tối mật.")]
    [InlineData("Công văn này đóng dấu mật, gửi đúng người nhận.")]
    public void A_marking_in_the_heading_is_found(string marking)
    {
        Assert.NotNull(SecrecyMarking.Find(marking + Body));
        Assert.NotNull(SecrecyMarking.Find("ĐẢNG CỘNG SẢN VIỆT NAM\n" + marking + Body));
        Assert.NotNull(SecrecyMarking.Find((marking + Body).Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("T Ố I  M Ậ T")]
    [InlineData("t ố i   m ậ t")]
    [InlineData("T U Y Ệ T   M Ậ T")]
    [InlineData("M\u00A0Ậ\u2009T")]
    [InlineData("TUYỆT\u202F\u202FMẬT")]
    [InlineData("M.Ậ.T")]
    [InlineData("M-Ậ-T")]
    [InlineData("t.ố.i m.ậ.t")]
    [InlineData("Tối-mật")]
    [InlineData("tuyệt_mật")]
    [InlineData("M\nẬ\nT")]
    [InlineData("M\tẬ\tT")]
    [InlineData("M\u200BẬ\u200BT")]
    [InlineData("M\u00ADẬ\u00ADT")]
    [InlineData("MẬ\u2060T")]
    [InlineData("M\uFEFFẬT")]
    [InlineData("\u202EMẬT\u202C")]
    [InlineData("\u202ETẬM")]
    [InlineData("\u200BMẬT")]
    [InlineData("Kính gửi\n\u202ETA\u0323\u0302M IỐT\u202C")]
    [InlineData("\u202ETẬM IỐT\u202C\nVề công tác tháng 3")]
    [InlineData("\uFF2DẬ\uFF34")]
    [InlineData("\uFF34\uFF35\uFF39Ệ\uFF34 MẬT")]
    [InlineData("\U0001D40C\u1EAC\U0001D413")]
    [InlineData("\u24C2ẬT")]
    [InlineData("M\u0336A\u0336\u0302\u0323T\u0336")]
    [InlineData("MA\u0302\u0323T")]
    [InlineData("MA\u0323\u0302T")]
    [InlineData("\u041CẬ\u0422")]
    [InlineData("\u039CẬ\u03A4")]
    [InlineData("mật")]
    [InlineData("tối mật")]
    [InlineData("tuyệt mật.")]
    [InlineData("*** MẬT ***")]
    [InlineData("— MẬT —")]
    [InlineData("★ TỐI MẬT ★")]
    [InlineData("«Mật»")]
    [InlineData("M\u00CBT")]
    [InlineData("T\u00E8i m\u00CBt")]
    [InlineData("TUY\u00D6T M\u00CBT")]
    [InlineData("MA\u00C4T")]
    [InlineData("Ma\u00E4t")]
    [InlineData("TO\u00C1I MA\u00C4T")]
    [InlineData("§é mËt: MËt")]
    [InlineData("M     Ậ     T")]
    [InlineData("\u1D0DẬ\u1D1B")]
    [InlineData("\U0001F17C\u1EAC\U0001F183")]
    [InlineData("<p><b>MẬT</b></p>")]
    [InlineData("<td>T&#7888;I M&#x1EAC;T</td>")]
    [InlineData("MẬ\nT")]
    public void A_marking_in_disguise_is_found(string marking)
    {
        Assert.NotNull(SecrecyMarking.Find(marking));
        Assert.NotNull(SecrecyMarking.Find(marking + Body));
        Assert.NotNull(SecrecyMarking.Find("ĐẢNG CỘNG SẢN VIỆT NAM\n" + marking + Body));
    }

    [Theory]
    [InlineData("Bảo\u00A0mật, mật\u200B mã và bí mật nhà nước được giữ đúng chế độ.")]
    [InlineData("B Ả O  M Ậ T  T H Ô N G  T I N")]
    [InlineData("Mật độ dân cư, mật ong, mật khẩu: ba chữ của một bài chính tả.")]
    [InlineData("Sáng họp, tối - mật ong rừng bày ở hội chợ.")]
    [InlineData("Thùc hiÖn chÕ ®é b¶o mËt, m\u00CBt m·, c¬ yÕu.")]
    [InlineData("Thöïc hieän toát baûo maät, maät maõ.")]
    [InlineData("Ｍật độ dân số tăng.")]
    [InlineData("Chi bộ nhắc mọi người giữ nền nếp bảo\nmật.")]
    [InlineData("Không khí thân\nmật")]
    [InlineData("<p>Giữ <b>bí mật</b> nhà nước &amp; bảo mật</p>")]
    public void A_sentence_in_odd_letters_that_speaks_of_secrecy_is_no_marking(string sentence) => Assert.Null(SecrecyMarking.Find(sentence + Body));

    [Fact]
    public void The_span_of_a_hidden_marking_runs_from_its_first_letter_to_its_last()
    {
        const string Source = "Số 5\nT Ố I  M\u200B Ậ T\nBáo cáo";

        Assert.Equal("T Ố I  M\u200B Ậ T", SecrecyMarking.Find(Source)!.Span.Of(Source));
    }

    [Theory]
    [InlineData("Thực hiện tốt chế độ bảo mật, quản lý tài liệu.")]
    [InlineData("Các thiết bị mật mã được quản lý đúng quy định.")]
    [InlineData("Công tác cơ yếu bảo đảm thông suốt.")]
    [InlineData("Giữ gìn bí mật của Đảng, bí mật nhà nước.")]
    [InlineData("Công tác bảo vệ bí mật nhà nước được chú trọng.")]
    [InlineData("Báo cáo bảo đảm kịp thời, chính xác, bảo mật.")]
    [InlineData("BẢO MẬT THÔNG TIN TRONG CƠ QUAN ĐẢNG")]
    [InlineData("TẬP HUẤN CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC")]
    [InlineData("Nhiều hồ sơ đóng dấu “mật”, “tối mật” gây khó cho cán bộ nghiên cứu.")]
    [InlineData("Việc lạm dụng dấu “tuyệt mật” cần được chấn chỉnh.")]
    [InlineData("Văn bản không mật được gửi qua mạng diện rộng.")]
    [InlineData("Văn bản này không thuộc loại mật.")]
    [InlineData("Hồ sơ này đã giải mật, hết độ mật.")]
    [InlineData("Gửi, nhận 100% văn bản không mật trên mạng.")]
    [InlineData("Danh mục bí mật nhà nước độ Tối mật do Thủ tướng quyết định.")]
    [InlineData("Tài liệu mật phải được lưu riêng theo quy định.")]
    [InlineData("Đồng chí nhắc lại quy định về độ mật của văn bản.")]
    [InlineData("Quan hệ mật thiết giữa Đảng với nhân dân.")]
    [InlineData("Mối liên hệ mật thiết với nhân dân được củng cố.")]
    [InlineData("Nông dân thu hoạch mật ong rừng tràm.")]
    [InlineData("Mật độ dân số của tỉnh còn thấp.")]
    [InlineData("Giá mật mía tăng.")]
    [InlineData("Cần thân mật, gần gũi với cơ sở.")]
    [InlineData("Hội nghị diễn ra trong không khí thân mật.")]
    [InlineData("Mật khẩu phải đổi ba tháng một lần.")]
    [InlineData("Đổi mật khẩu (mật khẩu mạnh) cho mọi tài khoản.")]
    [InlineData("Lực lượng cơ yếu giữ bí mật khóa mã.")]
    [InlineData("Đơn vị trinh sát mật báo tin sớm.")]
    [InlineData("Phiên họp kín bàn về nhân sự.")]
    [InlineData("Bảo mật tuyệt đối, an toàn tuyệt đối.")]
    [InlineData("Phương châm: nhanh chóng, chính xác, bí mật, an toàn.")]
    [InlineData("Tổ chức học tập Luật Bảo vệ bí mật nhà nước.")]
    [InlineData("Phát hành tài liệu mật, tối mật đúng chế độ là kết quả đáng ghi nhận.")]
    [InlineData("Một số nơi chưa giải mật kịp thời.")]
    [InlineData("Việc phân loại tài liệu - tối mật hay không - còn lúng túng ở nhiều nơi, nhất là ở cấp huyện và cấp xã mới thành lập trong năm qua.")]
    [InlineData("Bảo mật\tMật mã\tCơ yếu")]
    [InlineData("Tài liệu thu hồi sau hội nghị được kiểm đếm đủ.")]
    [InlineData("Phân loại: mật ong, phấn hoa, sáp ong.")]
    [InlineData("Mức độ: mật độ dày, thưa.")]
    [InlineData("Mật độ - khẩn trương rà soát.")]
    [InlineData("Quyết định số 12-QĐ/TU MẬT MÃ VÀ CƠ YẾU")]
    [InlineData("TẬP HUẤN BẢO MẬT 2021")]
    [InlineData("Toi mat cap xe o hoi nghi")]
    [InlineData("Bao mat, mat khau, mat do, mat ong")]
    [InlineData("Tong so van ban di, den, trong do co van ban mat")]
    public void A_sentence_that_speaks_of_secrecy_is_no_marking(string sentence)
    {
        Assert.Null(SecrecyMarking.Find(sentence));
        Assert.Null(SecrecyMarking.Find("Hội nghị giao ban công tác văn phòng\n" + sentence + Body));
    }

    [Fact]
    public void The_span_is_the_degree_as_it_stands_in_the_source()
    {
        const string Source = "TỈNH ỦY\r\nĐộ mật: Tối mật\r\nBáo cáo";

        var mark = SecrecyMarking.Find(Source);

        Assert.NotNull(mark);
        Assert.Equal("Tối mật", mark.Span.Of(Source));
    }

    [Fact]
    public void Our_own_reports_carry_no_marking() => Assert.All(SharedFiles.OwnTexts(), path => Assert.Null(SecrecyMarking.Find(SharedFiles.ReadText(path))));

    [Fact]
    public void The_shared_reports_carry_no_marking()
    {
        Assert.SkipWhen(SharedFiles.Shared is null, "The shared reports are not beside this repository.");
        var texts = SharedFiles.SeedTexts().Concat(Directory.EnumerateFiles(Path.Combine(SharedFiles.Shared!, "reader", "more", "texts")));
        Assert.All(texts, path => Assert.Null(SecrecyMarking.Find(SharedFiles.ReadText(path))));
    }
}
