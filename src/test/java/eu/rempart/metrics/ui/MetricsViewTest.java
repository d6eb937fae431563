package eu.rempart.metrics.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.metrics.token.MetricsToken;
import eu.rempart.metrics.token.MetricsTokenService;
import eu.rempart.metrics.token.TokenDoor;
import eu.rempart.shell.proof.ProofDialog;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen on which administrators say which programs read numbers. */
class MetricsViewTest extends WithFirm {

  @Autowired private MetricsTokenService tokens;
  @Autowired private TokenDoor door;

  @AfterEach
  void revokeAll() {
    admin();
    tokens.all().stream().map(MetricsToken::id).forEach(tokens::revoke);
  }

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .map(line -> line.getElement().getTextRecursively())
        .toList();
  }

  @Test
  void aTokenIsMadeShownOnceAndRevoked() {
    open("metrics-tokens", "");
    click("New token");
    click("Make token");
    assertThat(find(TextField.class).withLabel("Who uses it").single().isInvalid()).isTrue();
    fill("Who uses it", "<b>prometheus</b>");
    click("Make token");
    String token = find(TextField.class).withLabel("Token").single().getValue();
    assertThat(token).startsWith("rpm_");
    assertThat(door.admits("Bearer " + token, "198.51.100.9")).isTrue();
    click("Close");
    assertThat(find(TextField.class).withLabel("Token").exists()).isFalse();
    assertThat(lines()).anyMatch(line -> line.contains("<b>prometheus</b>"));
    assertThat(lines()).noneMatch(line -> line.contains(token));

    click("Revoke");
    confirm();
    assertThat(door.admits("Bearer " + token, "198.51.100.9")).isFalse();
    assertThat(lines()).anyMatch(line -> line.contains("Revoked"));
  }

  /** An open browser makes no token that reads on after it was closed. */
  @Test
  void tokenIsMadeAfterThePasswordOnly() {
    open("metrics-tokens", "");
    forgetProof();
    click("New token");
    fill("Who uses it", "prometheus");
    click("Make token");
    assertThat(find(ProofDialog.class).exists()).isTrue();
    assertThat(tokens.open()).isEmpty();

    test(find(PasswordField.class, find(ProofDialog.class).single()).single()).setValue(PASSWORD);
    test(find(Button.class, find(ProofDialog.class).single()).withText("Continue").single())
        .click();

    assertThat(find(TextField.class).withLabel("Token").single().getValue()).startsWith("rpm_");
    assertThat(tokens.open()).hasSize(1);
  }

  @Test
  void itIsThereInFrench() {
    UI.getCurrent().setLocale(Locale.FRENCH);
    open("metrics-tokens", "");
    assertThat(offers("Nouveau jeton")).isTrue();
  }

  @Test
  void administratorsAloneMakeThem() {
    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      actAs(role);
      assertThatThrownBy(() -> tokens.all()).isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> tokens.make("x")).isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> tokens.revoke(UUID.randomUUID()))
          .isInstanceOf(NotPermittedException.class);
    }
    act(join(Role.ENGINEER));
    assertThatThrownBy(() -> tokens.make("x")).isInstanceOf(NotPermittedException.class);
  }

  @Test
  void namesAndNumbersHaveBounds() {
    for (String wrong : new String[] {"", " ", "a\nb", "x".repeat(81)}) {
      assertThatThrownBy(() -> tokens.make(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    for (int i = 0; i < MetricsTokenService.MOST; i++) {
      assertThat(tokens.make("many")).isNotBlank();
    }
    assertThatThrownBy(() -> tokens.make("one more")).isInstanceOf(IllegalStateException.class);
    open("metrics-tokens", "");
    click("New token");
    assertThat(find(TextField.class).withLabel("Who uses it").exists()).isFalse();
  }
}
