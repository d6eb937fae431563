package eu.rempart.savedview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import eu.rempart.company.CompanyData;
import eu.rempart.contact.ContactData;
import eu.rempart.deal.ui.WithDeals;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.search.Indexes;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.search.rule.RuleText;
import eu.rempart.shell.list.SearchMemo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Days of conditions begin and end where whoever looks is, not where the server stands. */
class ViewersDayTest extends WithDeals {

  private static final List<String> FAR = List.of("Pacific/Kiritimati", "Pacific/Pago_Pago");

  @Autowired private QuoteService quotes;

  private ZoneId zone = ZoneId.of("UTC");

  /** Somebody who has another date at this moment than the server has. */
  @BeforeEach
  void farAway() {
    zone =
        FAR.stream()
            .map(ZoneId::of)
            .filter(each -> !LocalDate.now(each).equals(LocalDate.now(ZoneId.systemDefault())))
            .findFirst()
            .orElseThrow();
    UI ui = UI.getCurrent();
    ui.getInternals()
        .setExtendedClientDetails(
            new ExtendedClientDetails(
                ui,
                "1400",
                "900",
                "1400",
                "900",
                "1400",
                "900",
                "0",
                "0",
                "0",
                "false",
                zone.getId(),
                "0",
                "false",
                "1",
                "screen",
                "Linux",
                "light",
                ""));
  }

  private String made(String kind) {
    String name = "Farday " + kind;
    switch (kind) {
      case "contacts" -> contacts.create(ContactData.builder().lastName(name).build());
      case "companies" -> companies.create(CompanyData.builder().name(name).build());
      case "deals/list" -> deals.create(data(name).build());
      default -> quotes.create(TestQuotes.roof().toBuilder().title(name).build());
    }
    return name;
  }

  private int found(String list, String name, Rule.Test test) {
    String rule = SearchMemo.current().keep(RuleText.write(new Rule.All(List.of(test))));
    open(list, foundBy(name) + "&rule=" + rule);
    return test(grid()).size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "companies", "deals/list", "quotes"})
  void whatWasMadeJustNowWasMadeToday(String list) {
    Indexes.awaitReady(quotes::indexState);
    String name = made(list);
    LocalDate today = LocalDate.now(zone);
    boolean ahead = today.isAfter(LocalDate.now(ZoneId.systemDefault()));

    assertThat(found(list, name, new Rule.Test("changed", Operator.LAST_DAYS, List.of("0"))))
        .isEqualTo(1);
    assertThat(
            found(
                list,
                name,
                ahead
                    ? new Rule.Test("changed", Operator.FROM, List.of(today.toString()))
                    : new Rule.Test("changed", Operator.TO, List.of(today.toString()))))
        .as("by their own calendar")
        .isEqualTo(1);
  }
}
