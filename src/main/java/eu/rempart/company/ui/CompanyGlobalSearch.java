package eu.rempart.company.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.RecordHits;
import eu.rempart.shell.list.RecordCard;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Companies in the search box of every page. */
@Component
@Order(20)
class CompanyGlobalSearch implements GlobalSearch, RecordHits {

  private final CompanyService companies;
  private final CurrentMember member;

  CompanyGlobalSearch(CompanyService companies, CurrentMember member) {
    this.companies = companies;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS, "company") || !companies.indexState().ready()) {
      return List.of();
    }
    List<CompanyRow> rows =
        companies
            .page(
                new CompanyQuery(
                    query,
                    CompanyFilter.NONE,
                    CompanyColumn.NAME,
                    false,
                    EnumSet.of(CompanyColumn.NAME, CompanyColumn.CITY)),
                0,
                limit)
            .rows();
    String all = CompanyNavigation.found(query);
    return rows.isEmpty()
        ? List.of()
        : List.of(new Group("company.list.title", rows.stream().map(this::hit).toList(), all));
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public Map<UUID, Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> hits = new HashMap<>();
    companies
        .rows(
            ids.stream().map(CompanyId::new).toList(),
            EnumSet.of(CompanyColumn.NAME, CompanyColumn.CITY))
        .forEach(row -> hits.put(row.id().value(), hit(row)));
    return hits;
  }

  private Hit hit(CompanyRow row) {
    RecordCard card = CompanyRows.card(row);
    return new Hit(card.title(), card.subtitle(), card.route(), card.picture());
  }
}
