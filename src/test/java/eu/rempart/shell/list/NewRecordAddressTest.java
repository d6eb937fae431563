package eu.rempart.shell.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.WithFirm;
import eu.rempart.shell.part.RecordPanel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reload after a form was asked for does not ask for it again. */
class NewRecordAddressTest extends WithFirm {

  @ParameterizedTest
  @CsvSource({
    "contacts,new,contacts",
    "companies,new,companies",
    "deals,new,deals",
    "quotes,new,quotes",
    "contacts,new&country=FR,contacts?country=FR"
  })
  void addressForgetsTheFormOnceItIsOpen(String path, String query, String left) {
    open("bin", "");
    UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();

    UI.getCurrent().navigate(path, QueryParameters.fromString(query));

    assertThat(find(RecordPanel.class).single().isOpened()).isTrue();
    assertThat(said(path)).last().isEqualTo(left);
  }

  /** Addresses that were given to the browser. */
  private static List<String> said(String path) {
    UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
    return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
        .flatMap(given -> given.getInvocation().getParameters().stream())
        .map(String::valueOf)
        .filter(text -> text.equals(path) || text.startsWith(path + "?"))
        .toList();
  }
}
