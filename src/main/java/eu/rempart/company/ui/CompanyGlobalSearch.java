package eu.rempart.company.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.list.RecordCard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Companies in the search box of every page. */
@Component
@Order(20)
class CompanyGlobalSearch implements GlobalSearch {

  private final CompanyService companies;
  private final CurrentMember member;

  CompanyGlobalSearch(CompanyService companies, CurrentMember member) {
    this.companies = companies;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS) || !companies.indexState().ready()) {
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
    String all =
        CompanyNavigation.list() + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return rows.isEmpty()
        ? List.of()
        : List.of(new Group("company.list.title", rows.stream().map(this::hit).toList(), all));
  }

  private Hit hit(CompanyRow row) {
    RecordCard card = CompanyRows.card(row);
    return new Hit(card.title(), card.subtitle(), card.route());
  }
}
