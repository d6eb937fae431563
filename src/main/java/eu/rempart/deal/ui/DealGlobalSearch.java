package eu.rempart.deal.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.RecordHits;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deals in the search box of every page. */
@Component
@Order(30)
class DealGlobalSearch implements GlobalSearch, RecordHits {

  private final DealService deals;
  private final CurrentMember member;

  DealGlobalSearch(DealService deals, CurrentMember member) {
    this.deals = deals;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS, "deal") || !deals.indexState().ready()) {
      return List.of();
    }
    List<DealRow> rows =
        deals
            .page(
                new DealQuery(
                    query,
                    DealFilter.NONE,
                    DealColumn.NAME,
                    false,
                    EnumSet.of(DealColumn.NAME, DealColumn.COMPANY)),
                0,
                limit)
            .rows();
    String all = DealNavigation.found(query);
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Group("deal.list.title", rows.stream().map(DealGlobalSearch::hit).toList(), all));
  }

  @Override
  public String kind() {
    return "deal";
  }

  @Override
  public Map<UUID, Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> hits = new HashMap<>();
    deals
        .rows(
            ids.stream().map(DealId::new).toList(), EnumSet.of(DealColumn.NAME, DealColumn.COMPANY))
        .forEach(row -> hits.put(row.id().value(), hit(row)));
    return hits;
  }

  private static Hit hit(DealRow row) {
    String company = row.company();
    return new Hit(
        DealTexts.title(row.shown(), row.unopenable()),
        company == null ? "" : company,
        DealNavigation.details(row.id()),
        "");
  }
}
