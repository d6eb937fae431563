package eu.rempart.email.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.email.WithMail;
import eu.rempart.email.mailbox.MailboxService;
import eu.rempart.shell.field.number.WholeNumberField;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where members say which mailboxes file themselves. */
class MailboxScreensTest extends WithMail {

  @Autowired private MailboxService mailboxes;
  private final String own = "box-" + UUID.randomUUID() + "@firm.example";

  @AfterEach
  void forgetMailboxes() {
    sql("DELETE FROM mailbox");
  }

  private void open() {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate("emails");
    roundTrip();
  }

  private void password(String typed) {
    find(PasswordField.class).withLabel("Password").single().setValue(typed);
  }

  private void press(String label) {
    test(find(Button.class)
            .withCondition(b -> b.getAriaLabel().filter(label::equals).isPresent())
            .all()
            .getFirst())
        .click();
  }

  @Test
  void aMailboxIsTriedSavedChangedAndRemoved() {
    SERVERS.green().setUser(own, own, "sesame");
    open();
    click("Add a mailbox");
    click("Save mailbox");
    assertThat(find(TextField.class).withLabel("IMAP server").single().getErrorMessage())
        .isEqualTo("Fill this in.");
    fill("Email address", own);
    fill("IMAP server", "localhost");
    find(WholeNumberField.class).withLabel("Port").single().setValue(SERVERS.imaps());
    password("wrong");
    click("Test the connection");
    assertThat(says("The server does not take this user name and password.")).isTrue();
    assertThat(says("Invalid login/password")).as("in its own words").isTrue();
    password("sesame");
    click("Test the connection");
    assertThat(says("It opens: one folder.")).isTrue();
    click("Save mailbox");
    assertThat(mailboxes.mine())
        .singleElement()
        .satisfies(mailbox -> assertThat(mailbox.data().username()).isEqualTo(own))
        .satisfies(mailbox -> assertThat(mailbox.data().password()).isEmpty());

    press("Change " + own);
    @SuppressWarnings("unchecked")
    ComboBox<String> folder = find(ComboBox.class).withLabel("Folder").single();
    folder.setItems("Archive");
    folder.setValue("Archive");
    click("Test the connection");
    assertThat(says("The server has no such folder.")).isTrue();
    fill("IMAP server", "elsewhere.example");
    click("Save mailbox");
    assertThat(find(PasswordField.class).withLabel("Password").single().getErrorMessage())
        .as("a kept password goes nowhere else")
        .isEqualTo("Fill this in.");
    click("Cancel");

    press("Remove " + own);
    confirm();
    assertThat(mailboxes.mine()).isEmpty();
  }

  @Test
  void readersAddNone() {
    actAs(Role.READER);
    UI.getCurrent().navigate("emails");
    roundTrip();
    assertThat(find(H2.class).withText("Mailboxes").exists()).isTrue();
    assertThat(find(Button.class).withText("Add a mailbox").exists()).isFalse();
    assertThat(find(Button.class).withText("New template").exists()).isFalse();
  }
}
