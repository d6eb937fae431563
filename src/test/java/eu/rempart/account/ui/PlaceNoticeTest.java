package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.WithPlaces;
import eu.rempart.account.security.ui.OperationsView;
import eu.rempart.shell.part.BannerStack;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlaceNoticeTest extends WithPlaces {

  @Autowired private PlaceNotice notice;

  @Test
  void theNextSignInTellsOfTheNewCountryOnce() {
    signedInFrom("BR");
    UI.getCurrent().add(new BannerStack(notice.create())); // as the next page load does
    roundTrip();

    assertThat(find(Span.class).all())
        .anyMatch(span -> span.getText().contains("from a new country: Brazil"));
    click("It was me");
    assertThat(profile.newPlaces()).isEmpty();
  }

  @Test
  void operationsSayWhetherThereIsAMailServer() {
    navigate(OperationsView.class);

    assertThat(find(Span.class).all())
        .anyMatch(span -> span.getText().startsWith("No mail server is set up."));
  }
}
