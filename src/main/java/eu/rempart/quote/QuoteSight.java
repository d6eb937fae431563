package eu.rempart.quote;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a quote whoever acts on this thread may see, and what they may change. */
final class QuoteSight {

  private final Rights rights;

  QuoteSight(Rights rights) {
    this.rights = rights;
  }

  private static Set<QuoteField> fields(Set<String> columns) {
    return columns.isEmpty()
        ? Set.of()
        : EnumSet.allOf(QuoteField.class).stream()
            .filter(field -> columns.contains(field.column()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(QuoteField.class)));
  }

  /** Without the fields that are hidden. */
  Quote seen(Quote quote) {
    Set<String> columns = rights.hidden(QuoteSearch.KIND);
    Set<QuoteField> hidden = fields(columns);
    return columns.isEmpty()
        ? quote
        : new Quote(
            quote.id(),
            quote.version(),
            QuoteField.copy(hidden, QuoteData.EMPTY, quote.data()),
            seen(quote.standing(), columns),
            without(hidden, quote.unopenable()),
            quote.created(),
            quote.changed());
  }

  private static Quote.Standing seen(Quote.Standing standing, Set<String> hidden) {
    return new Quote.Standing(
        standing.kept(),
        hidden.contains("number") ? null : standing.number(),
        hidden.contains("issued_on") ? null : standing.issuedOn(),
        hidden.contains("answered_on") ? null : standing.answeredOn(),
        standing.seller(),
        hidden.contains("revises_id") ? null : standing.revises());
  }

  /** Whether whoever acts on this thread is told which quotes have this in a column. */
  boolean tells(String column) {
    return !rights.hidden(QuoteSearch.KIND).contains(column);
  }

  /** Each without the fields that are hidden. */
  List<QuoteRow> seen(List<QuoteRow> rows) {
    Set<String> hidden = rights.hidden(QuoteSearch.KIND);
    return hidden.isEmpty() ? rows : rows.stream().map(row -> seen(row, hidden)).toList();
  }

  private static QuoteRow seen(QuoteRow row, Set<String> hidden) {
    // who may not see the lines does not see what they come to
    boolean money = hidden.contains("lines") || hidden.contains("total");
    return new QuoteRow(
        row.id(),
        row.version(),
        row.ownerId(),
        row.kept(),
        hidden.contains("number") ? null : row.number(),
        hidden.contains("title") ? null : row.title(),
        hidden.contains("customer_name") ? null : row.customer(),
        money ? null : row.net(),
        money ? null : row.total(),
        row.currency(),
        hidden.contains("issued_on") ? null : row.issuedOn(),
        hidden.contains("valid_until") ? null : row.validUntil(),
        hidden.contains("tags") ? Set.of() : row.tags(),
        row.changedAt(),
        without(fields(hidden), row.unopenable()));
  }

  private static Map<QuoteField, String> without(
      Set<QuoteField> hidden, Map<QuoteField, String> unopenable) {
    Map<QuoteField, String> rest = new EnumMap<>(QuoteField.class);
    unopenable.forEach(
        (field, code) -> {
          if (!hidden.contains(field)) {
            rest.put(field, code);
          }
        });
    return rest;
  }

  /** What is kept of something new: it belongs to somebody whose records its maker may write. */
  QuoteData owned(QuoteData data) {
    UUID owner = rights.ownerOfNew(QuoteSearch.KIND, data.ownerId());
    return Objects.equals(owner, data.ownerId()) ? data : data.toBuilder().ownerId(owner).build();
  }

  /**
   * Goes on only if this may be kept as a new one.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireNew(QuoteData data) {
    requireOwner(data.ownerId());
    if (!rights.fixed(QuoteSearch.KIND).isEmpty()) {
      requireColumns(QuoteField.changed(QuoteData.EMPTY, data));
    }
  }

  /**
   * Goes on only if this one may be changed so.
   *
   * @param mine what changes
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireChange(QuoteId id, Set<QuoteField> mine, QuoteData after) {
    requireWrite(id);
    requireColumns(mine);
    if (mine.contains(QuoteField.OWNER)) {
      requireOwner(after.ownerId());
    }
  }

  /**
   * Goes on only if these may be changed so.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireChanges(Map<Quote, QuoteData> changes) {
    rights.require(
        Right.WRITE_RECORDS,
        QuoteSearch.KIND,
        changes.keySet().stream().map(quote -> quote.id().value()).toList());
    changes.forEach(
        (quote, after) -> {
          Set<QuoteField> mine = QuoteField.changed(quote.data(), after);
          requireColumns(mine);
          if (mine.contains(QuoteField.OWNER)) {
            requireOwner(after.ownerId());
          }
        });
  }

  /**
   * Goes on only if this one may be written to.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireWrite(QuoteId id) {
    rights.require(Right.WRITE_RECORDS, QuoteSearch.KIND, List.of(id.value()));
  }

  private void requireOwner(@Nullable UUID owner) {
    rights.requireOwners(
        Right.WRITE_RECORDS, QuoteSearch.KIND, java.util.Arrays.<@Nullable UUID>asList(owner));
  }

  private void requireColumns(Set<QuoteField> fields) {
    rights.requireColumns(QuoteSearch.KIND, fields.stream().map(QuoteField::column).toList());
  }
}
