package eu.rempart.company.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.company.CompanyId;
import eu.rempart.shell.part.DraftNotice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was typed about a company and not saved outlives the lock. */
class UnfinishedCompanyTest extends WithFirm {

  @Autowired private CurrentMember current;

  private void isLockedAndSignsInAgain() {
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();
  }

  @Test
  void aChangedCompanyIsGoneOnWith() {
    CompanyId id = firm("Halbfertig KG");
    navigate(CompanyNavigation.details(id), CompanyDetailsView.class);
    click("Edit");
    fill("Name", "Fertig KG");
    fill("Industry", "Printing");
    isLockedAndSignsInAgain();

    navigate(CompanyNavigation.details(id), CompanyDetailsView.class);
    click("Continue");
    assertThat(find(TextField.class).withLabel("Industry").single().getValue())
        .isEqualTo("Printing");
    click("Save company");
    assertThat(find(H1.class).single().getText()).isEqualTo("Fertig KG");
    assertThat(find(DraftNotice.class).exists()).isFalse();
  }

  @Test
  void aNewCompanyIsGivenUpInTheList() {
    navigate(CompanyListView.class);
    click("Add company");
    fill("Name", "Doch nicht GmbH");
    isLockedAndSignsInAgain();

    navigate(CompanyListView.class);
    click("Discard");
    click("Add company");
    assertThat(find(TextField.class).withLabel("Name").single().getValue()).isEmpty();
  }

  @Test
  void wrongEmailComesBackMarked() {
    navigate(CompanyListView.class);
    click("Add company");
    fill("Name", "Falschpost GmbH");
    click("Add email");
    test(find(TextField.class).withAriaLabel("Email address").single()).setValue("post@falsch");
    isLockedAndSignsInAgain();

    navigate(CompanyListView.class);
    click("Continue");
    TextField email = find(TextField.class).withAriaLabel("Email address").single();
    assertThat(email.getValue()).isEqualTo("post@falsch");
    assertThat(email.isInvalid()).isTrue();
  }
}
