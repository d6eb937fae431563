package eu.rempart.email.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.email.template.SignatureService;
import eu.rempart.email.template.TemplateService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a member writes below their e-mails, from the settings to the mail that goes. */
class SignatureScreensTest extends WithEmailScreens {

  @Autowired private SignatureService signatures;
  @Autowired private TemplateService templates;
  @Autowired private DSLContext dsl;

  @AfterEach
  void unsign() {
    admin();
    signatures.save("");
  }

  private void settings() {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate("emails");
    roundTrip();
  }

  private TextArea signature() {
    return find(TextArea.class).withLabel("Signature").single();
  }

  @Test
  void itIsSetOnceAndStandsBelowNewMails() throws Exception {
    settings();
    signature().setValue("  Ada Admin\nHemp & Flax  ");
    click("Save signature");
    settings();
    assertThat(signature().getValue()).isEqualTo("Ada Admin\nHemp & Flax");

    Known zoe = known("Zoe", "Signed");
    open(zoe);
    click("Send an email");
    assertThat(text().getValue()).isEqualTo("\n\n-- \nAda Admin\nHemp & Flax");
    fill("Subject", "Hello");
    text().setValue("Dear Zoe" + text().getValue() + ", Paris");
    click("Send");

    assertThat(SERVERS.green().waitForIncomingEmail(10_000, 1)).isTrue();
    assertThat(
            SERVERS
                .green()
                .getReceivedMessages()[0]
                .getContent()
                .toString()
                .replace("\r\n", "\n")
                .strip())
        .isEqualTo("Dear Zoe\n\n-- \nAda Admin\nHemp & Flax, Paris");
  }

  @Test
  void aTemplateStandsAboveIt() {
    signatures.save("Ada");
    var template =
        templates.create("Signed " + UUID.randomUUID(), false, "Hello", "Dear Max, welcome.");
    open(known("Max", "Signed"));
    click("Send an email");
    this.<eu.rempart.email.template.EmailTemplate>select("Template").setValue(template);

    assertThat(text().getValue()).isEqualTo("Dear Max, welcome.\n\n-- \nAda");
    click("Cancel");
  }

  @Test
  void nothingButItIsNeitherKeptNorSent() {
    signatures.save("Ada {{me.name}}");
    Known max = known("Max", "Signed");
    open(max);
    click("Send an email");
    fill("To", "else@client.example");
    open(max);
    assertThat(offers("Send an email")).as("nothing was begun").isTrue();

    click("Send an email");
    fill("Subject", "Hello");
    click("Send");
    assertThat(text().isInvalid()).isTrue();
    assertThat(on(max.ref())).isEmpty();

    text().setValue(text().getValue() + "\nBelow it, I write: hello");
    click("Send");
    assertThat(on(max.ref())).hasSize(1);
  }

  @Test
  void itIsSealedAndNobodyElses() {
    String word = "quince-" + UUID.randomUUID();
    signatures.save(word);
    byte[] kept =
        dsl.select(DSL.field("body", byte[].class))
            .from("email_signature")
            .where("member_id = ?", admin().memberId())
            .fetchSingle()
            .value1();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(word);

    SignedInMember eve = narrowed(Role.MANAGER, without("contact", Map.of()));
    assertThat(as(eve, signatures::mine)).isEmpty();
    as(
        eve,
        () -> {
          signatures.save("Eve");
          return true;
        });
    assertThat(signatures.mine()).isEqualTo(word);
    assertThat(as(eve, signatures::mine)).isEqualTo("Eve");

    signatures.save(" \n ");
    assertThat(signatures.mine()).isEmpty();
    assertThat(signatures.signed("Dear")).isEqualTo("Dear");
  }

  @Test
  void tooLongAOneIsRefusedAndReadersHaveNone() {
    assertThatThrownBy(() -> signatures.save("x".repeat(SignatureService.MAX_LENGTH + 1)))
        .isInstanceOf(InvalidFieldException.class);
    actAs(Role.READER);
    settings();
    assertThat(find(H2.class).withText("Signature").exists()).isFalse();
    assertThatThrownBy(() -> signatures.save("x")).isInstanceOf(NotPermittedException.class);
  }
}
