namespace PartyOfficeTracker.Reading.Tests;

/// <summary>A report that only wants the passage a test is about.</summary>
internal static class PracticeReport
{
    public const string Opening =
        "Sáng 6/1/2021, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị tổng kết công tác năm 2020, bàn nhiệm vụ năm 2021. Đồng chí Phan Thị Mẫu, Chánh Văn "
        + "phòng Tỉnh ủy chủ trì hội nghị.\n\n";

    public static MinutesDraft Read(string body) => MinutesReader.Read(Opening + body);
}
