package eu.rempart.edge.traffic.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import org.junit.jupiter.api.Test;

/** The dashboard on a wall, as the server makes it; what moves is the browser's. */
class WallViewTest extends WithFirm {

  private boolean reads(String words) {
    return find(Paragraph.class).all().stream()
        .anyMatch(line -> line.getElement().getTextRecursively().contains(words));
  }

  @Test
  void everyPartIsThereAndNothingCanBeChangedInPassing() {
    open("security/wall", "");
    Rota rota = find(Rota.class).single();
    assertThat(rota.getChildren()).hasSize(10);
    assertThat(rota.getChildren().findFirst().orElseThrow().getElement().getTextRecursively())
        .as("whether all is well comes first")
        .startsWith("Monitoring");
    assertThat(rota.getElement().getProperty("lostWord", "")).contains("No contact");
    assertThat(find(Button.class, rota).exists()).isFalse();
  }

  @Test
  void theWallOfSomebodyWhoHoldsTheKeySaysThatItWillBeLocked() {
    open("security/wall", "");
    assertThat(reads("so it is locked after")).isTrue();
  }

  @Test
  void theWallOfAnEngineerStaysAndNamesNobody() {
    SignedInMember engineer = join(Role.ENGINEER);
    act(engineer);
    open("security/wall", "");
    assertThat(reads("so it is locked after")).isFalse();
    assertThat(engineer.vault()).isNull();
    assertThat(com.vaadin.flow.component.UI.getCurrent().getElement().getTextRecursively())
        .doesNotContain("Ada");
  }

  @Test
  void aSignInWithTheKeyIsNeverKeptAwakeByAScreen() {
    assertThat(sessions.keepAwake(admin())).isFalse();
  }
}
