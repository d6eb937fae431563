package eu.rempart.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import eu.rempart.WithFirm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All tabs of a browser are named in one form. */
class PageTitleTest extends WithFirm {

  @ParameterizedTest
  @CsvSource({"contacts, Contacts", "members, Members", "calendar, Calendar", "bin, Bin"})
  void titleNamesThePageAndTheProduct(String path, String page) {
    UI.getCurrent().navigate(path);
    roundTrip();

    assertThat(UI.getCurrent().getInternals().getTitle()).startsWith(page).endsWith(" · Rempart");
  }
}
