package eu.rempart.quote;

import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.QuoteSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about quotes. */
@Component
class QuoteKind implements RecordKind {

  private static final Set<String> MONEY =
      Set.of("currency", "lines", "discount_percent", "discount_amount", "net", "tax", "total");

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.QUOTE;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(QuoteSealed.TITLE)) {
      case Opened.Clear<String>(var title) -> title == null ? "" : title;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("state", "quote.state.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of(
        "tags", "tag",
        "owner_id", MEMBER,
        "company_id", "company",
        "contact_id", "contact",
        "deal_id", "deal",
        "revises_id", "quote");
  }

  @Override
  public String plain(String column, String value) {
    return column.equals("lines") ? QuoteLine.KEPT.plain(value) : value;
  }

  @Override
  public String whole(String column, String value) {
    return column.equals("lines") ? QuoteLine.KEPT.whole(value) : value;
  }

  @Override
  public Map<String, String> amounts() {
    return Map.of("discount_amount", "currency", "total", "currency");
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  /** What follows from lines and state is no change of its own. */
  @Override
  public Set<String> hidden() {
    return Set.of("series", "serial", "net", "tax", "seller");
  }

  /** Lines, discount and currency make the totals, and say little without each other. */
  @Override
  public Set<String> alongWith(String column) {
    return MONEY.contains(column) ? MONEY : Set.of();
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("quotes/" + id);
  }
}
