package eu.rempart.today.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import org.junit.jupiter.api.Test;

class TodayViewTest extends WithFirm {

  @Test
  void whatChangedLastComesFirst() {
    person("Former", "Heutewerk");
    ContactId last = person("Latest", "Heutewerk");
    var firm = firm("Tagwerk AG");

    open("", "");

    var lists = find(UnorderedList.class).withClassName("today-list").all();
    assertThat(find(Anchor.class, lists.getFirst()).all().getFirst().getHref())
        .isEqualTo(ContactNavigation.details(last));
    assertThat(find(Anchor.class, lists.getLast()).all().getFirst().getHref())
        .isEqualTo(CompanyNavigation.details(firm));
    assertThat(find(H1.class).single().getText()).startsWith("Good ").contains("Ada");
  }

  @Test
  void theFormOfANewContactIsOneClickAway() {
    navigate(TodayView.class);
    click("Add contact");

    assertThat(offers("Save contact")).isTrue();
  }

  @Test
  void phoneOffersToAddRecordsOfEveryKind() {
    navigate(TodayView.class);

    Popover menu = find(Popover.class).withClassName("today-menu").single();
    assertThat(menu.getChildren().flatMap(Component::getChildren))
        .extracting(each -> ((Button) each).getText())
        .contains("Add contact", "Add company", "Add deal", "Add activity", "New quote");
  }

  @Test
  void readersAreOfferedNothingToAdd() {
    actAs(Role.READER);
    open("", "");

    assertThat(offers("Add contact")).isFalse();
    assertThat(offers("Add company")).isFalse();
  }
}
