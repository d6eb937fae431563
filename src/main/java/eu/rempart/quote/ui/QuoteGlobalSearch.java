package eu.rempart.quote.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.RecordHits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Quotes in the search box of every page, by number, title and customer. */
@Component
@Order(35)
class QuoteGlobalSearch implements GlobalSearch, RecordHits {

  private final QuoteService quotes;
  private final CurrentMember member;

  QuoteGlobalSearch(QuoteService quotes, CurrentMember member) {
    this.quotes = quotes;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS, "quote") || !quotes.indexState().ready()) {
      return List.of();
    }
    List<QuoteRow> rows =
        quotes.page(new QuoteQuery(query, Set.of(), QuoteColumn.TITLE, false), 0, limit).rows();
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Group(
                "quote.list.title",
                rows.stream().map(QuoteGlobalSearch::hit).toList(),
                QuoteNavigation.found(query)));
  }

  @Override
  public String kind() {
    return "quote";
  }

  @Override
  public Map<UUID, Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> hits = new HashMap<>();
    quotes
        .rows(ids.stream().map(QuoteId::new).toList())
        .forEach(row -> hits.put(row.id().value(), hit(row)));
    return hits;
  }

  private static Hit hit(QuoteRow row) {
    return new Hit(
        QuoteTexts.title(row.title(), row.unopenable()),
        Stream.of(row.number(), row.customer())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")),
        QuoteNavigation.details(row.id()),
        "");
  }
}
