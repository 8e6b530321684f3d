using System.Collections.Frozen;

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// Mariä Himmelfahrt in Bavaria: a holiday where more Catholics than Protestants live, as the Landesamt für Statistik finds by the last
/// census (Art. 1 Abs. 1 Nr. 2 and Abs. 3 FTG). By the census of 2022, in force since 15 August 2025, that is so in 1,708 of 2,056
/// municipalities; here are the other 348. After the next census this table is replaced.
/// </summary>
/// <remarks>
/// Source: the Landesamt's list, https://www.statistik.bayern.de/statistik/gebiet_bevoelkerung/zensus/himmelfahrt, as of the census of 2011
/// (352 municipalities) with the eight changes of its press notice 217/2025 of 8 August 2025; keys as in the annex to the MietNEinV
/// (BGBl. I 2021 p. 3738). Tests hold the published numbers: 348 in all; of each Regierungsbezirk as many as its share says.
/// </remarks>
public static class AssumptionDay
{
    /// <summary>First five digits (district), then the last three of each municipality.</summary>
    private static readonly (string District, string Municipalities)[] Elsewhere =
    [
        ("09371", "116 119 128 131 135 140 141 157"),
        ("09374", "140"),
        ("09462", "000"),
        ("09463", "000"),
        ("09464", "000"),
        ("09472", "116 118 119 121 127 131 133 139 140 141 143 146 150 155 166 167 177 180 184 188 190 198 199"),
        ("09473", "112 120 121 132 134 138 141 144 151 153 158 159 165 166 170 174 175"),
        ("09474", "124 132 138 140 176"),
        ("09475", "112 113 120 123 127 128 136 137 141 142 145 146 154 156 158 161 162 165 168 169 171 174 175 181 182"),
        ("09475", "184 189"),
        ("09476", "146 152 154 171 179 185"),
        ("09477", "117 118 119 121 124 127 128 136 139 142 143 151 157 158 159 163 164"),
        ("09478", "145 155"),
        ("09479", "111 112 126 127 129 135 136 145 147 150 152 158 159 161 166 169"),
        ("09561", "000"),
        ("09562", "000"),
        ("09563", "000"),
        ("09564", "000"),
        ("09565", "000"),
        ("09571", "111 115 122 125 128 130 132 134 135 136 137 141 145 146 152 154 155 165 169 170 171 174 175 177 179"),
        ("09571", "180 181 183 188 190 192 193 194 196 198 199 200 205 208 214 216 217 218 222 223 225 226 227 228"),
        ("09572", "114 120 121 131 137 139 142 143 147 154 158 159"),
        ("09573", "111 114 115 120 122 123 124 125 126 127 129 130 133 134"),
        ("09574", "111 112 117 120 123 128 129 131 132 135 138 139 145 146 147 150 152 154 156 157 160 161 164"),
        ("09575", "112 113 115 116 117 118 119 121 122 124 125 127 128 129 130 133 134 135 138 143 145 146 147 150 152"),
        ("09575", "153 155 156 163 165 166 167 168 179 181"),
        ("09576", "117 121 128 132 137 142 143 148 151"),
        ("09577", "111 113 114 115 120 122 127 136 138 140 141 148 149 150 151 158 159 162 168 172 173 177 179"),
        ("09672", "126 166"),
        ("09673", "113 134 153 167 182"),
        ("09674", "164 171 190 210 223"),
        ("09675", "111 112 114 116 141 142 144 146 147 148 149 150 156 161 162 166 177"),
        ("09677", "137 159 170"),
        ("09678", "178"),
        ("09679", "165 176 177 187 196 206"),
        ("09773", "113"),
        ("09778", "163 219"),
        ("09779", "111 117 130 136 146 155 162 184 185 194 226"),
    ];

    public static readonly FrozenSet<string> NotKeptIn =
        Elsewhere.SelectMany(row => row.Municipalities.Split(' '), (row, last) => row.District + last).ToFrozenSet(StringComparer.Ordinal);
}
