package eu.rempart.quote;

import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldSight;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a quote whoever acts on this thread may see, and what they may change. */
final class QuoteSight extends CustomFieldSight<Quote, QuoteField, QuoteData> {

  QuoteSight(Rights rights, CustomChecks custom) {
    super(rights, custom, QuoteSearch.KIND, QuoteField.OWNER, QuoteField.CUSTOM, QuoteData.EMPTY);
  }

  @Override
  protected UUID idOf(Quote found) {
    return found.id().value();
  }

  @Override
  protected QuoteData dataOf(Quote found) {
    return found.data();
  }

  @Override
  protected @Nullable UUID ownerOf(QuoteData data) {
    return data.ownerId();
  }

  @Override
  protected QuoteData ownedBy(QuoteData data, @Nullable UUID newOwner) {
    return data.toBuilder().ownerId(newOwner).build();
  }

  @Override
  protected CustomValues customOf(QuoteData data) {
    return data.custom();
  }

  @Override
  protected QuoteData with(QuoteData data, CustomValues custom) {
    return data.toBuilder().custom(custom).build();
  }

  @Override
  protected QuoteData copy(Set<QuoteField> fields, QuoteData source, QuoteData target) {
    return QuoteField.copy(fields, source, target);
  }

  /** Whether whoever acts on this thread is told which quotes have this in a column. */
  boolean tells(String column) {
    return !hiddenColumns().contains(column);
  }

  /** Without the fields that are hidden. */
  Quote seen(Quote quote) {
    return showsAll()
        ? quote
        : new Quote(
            quote.id(),
            quote.version(),
            shown(quote.data()),
            seen(quote.standing()),
            codes(quote.unopenable()),
            quote.created(),
            quote.changed());
  }

  private Quote.Standing seen(Quote.Standing standing) {
    return new Quote.Standing(
        standing.kept(),
        told("number", standing.number()),
        told("issued_on", standing.issuedOn()),
        told("answered_on", standing.answeredOn()),
        standing.seller(),
        told("revises_id", standing.revises()));
  }

  private <T> @Nullable T told(String column, @Nullable T value) {
    return tells(column) ? value : null;
  }

  /** Each without the fields that are hidden. */
  List<QuoteRow> seen(List<QuoteRow> rows) {
    return showsAll() ? rows : rows.stream().map(this::seen).toList();
  }

  private QuoteRow seen(QuoteRow row) {
    // who may not see the lines does not see what they come to
    boolean money = tells("lines") && tells("total");
    return new QuoteRow(
        row.id(),
        row.version(),
        row.ownerId(),
        row.kept(),
        told("number", row.number()),
        told("title", row.title()),
        told("customer_name", row.customer()),
        money ? row.net() : null,
        money ? row.total() : null,
        row.currency(),
        told("issued_on", row.issuedOn()),
        told("valid_until", row.validUntil()),
        tells("tags") ? row.tags() : Set.of(),
        seen(row.custom()),
        row.changedAt(),
        codes(row.unopenable()));
  }
}
