package eu.rempart.contact.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.SearchMemo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactUrlTest {

  private final SearchMemo memo = new SearchMemo();

  @Test
  void remembersSearchAndEveryFilter() {
    ContactUrl url =
        new ContactUrl(
            "le goff & co",
            new ContactFilter(
                Set.of(new CompanyId(UUID.randomUUID())),
                Set.of("FR", "BE"),
                Set.of("fr"),
                Set.of(UUID.randomUUID()),
                Set.of(LawfulBasis.CONSENT, LawfulBasis.CONTRACT),
                true,
                false,
                Set.of(UUID.randomUUID()),
                new Rule.Test("city", Operator.STARTS_WITH, List.of("Lil"))),
            Optional.of(new RecordQuery.Sort("city", true)));

    String address = url.parameters(memo).getQueryString();

    assertThat(ContactUrl.parse(QueryParameters.fromString(address), memo)).isEqualTo(url);
  }

  @Test
  void passesOverWhatAnAddressSaysWrongly() {
    assertThat(
            ContactUrl.parse(
                QueryParameters.fromString(
                    "company=x&country=france&country=%00&owner=1&basis=BECAUSE&other=1"),
                memo))
        .isEqualTo(new ContactUrl("", ContactFilter.NONE, Optional.empty()));
  }
}
