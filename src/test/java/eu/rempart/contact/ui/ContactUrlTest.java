package eu.rempart.contact.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.shell.list.RecordQuery;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactUrlTest {

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
                false),
            Optional.of(new RecordQuery.Sort("city", true)));

    String address = url.parameters().getQueryString();

    assertThat(ContactUrl.parse(QueryParameters.fromString(address))).isEqualTo(url);
  }

  @Test
  void passesOverWhatAnAddressSaysWrongly() {
    assertThat(
            ContactUrl.parse(QueryParameters.fromString("company=x&owner=1&basis=BECAUSE&other=1")))
        .isEqualTo(new ContactUrl("", ContactFilter.NONE, Optional.empty()));
  }
}
