package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import eu.rempart.shell.part.BannerBar.Urgency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However much is told, one sentence stands above the page. */
class BannerStackTest extends BrowserlessTest {

  private final BannerBar news = new BannerBar(Urgency.NEWS, "Demo data arrive");
  private final BannerBar kit = new BannerBar(Urgency.PREPARATION, "No recovery kit");
  private final BannerBar channel = new BannerBar(Urgency.PREPARATION, "No alert channel");
  private final BannerBar breach = new BannerBar(Urgency.BREACH, "Signed in from far away");
  private BannerStack stack = new BannerStack(List.of());

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.part");
  }

  @BeforeEach
  void show() {
    stack = new BannerStack(List.of(news, kit, channel, breach));
    UI.getCurrent().add(stack);
  }

  private List<BannerBar> inSight() {
    return stack
        .getChildren()
        .filter(BannerBar.class::isInstance)
        .map(BannerBar.class::cast)
        .filter(bar -> bar.isVisible() && !bar.hasClassName("is-behind"))
        .toList();
  }

  private NativeButton more() {
    return find(NativeButton.class).withClassName("page-banner-more").single();
  }

  @Test
  void mostUrgentStandsAloneWithTheNumberOfOthers() {
    assertThat(inSight()).containsExactly(breach);
    assertThat(more().getText()).isEqualTo("3 more");
    assertThat(more().getElement().getAttribute("aria-expanded")).isEqualTo("false");
  }

  @Test
  void allAreShownMostUrgentFirstAndFoldedAgain() {
    test(more()).click();
    assertThat(inSight()).containsExactly(breach, kit, channel, news);
    assertThat(more().getElement().getAttribute("aria-expanded")).isEqualTo("true");

    test(more()).click();
    assertThat(inSight()).containsExactly(breach);
  }

  @Test
  void nextFollowsWhenOneIsDoneWith() {
    breach.removeFromParent();
    assertThat(inSight()).containsExactly(kit);
    assertThat(more().getText()).isEqualTo("2 more");

    kit.setVisible(false);
    news.removeFromParent();
    assertThat(inSight()).containsExactly(channel);
    assertThat(more().getText()).isEqualTo("More");
    assertThat(more().hasClassName("is-alone")).as("a phone alone has it").isTrue();

    kit.setVisible(true);
    assertThat(inSight()).containsExactly(kit);
    assertThat(more().getText()).isEqualTo("1 more");
  }

  @Test
  void lastOneTakesItsButtonAlong() {
    List.of(news, kit, channel, breach).forEach(BannerBar::removeFromParent);
    assertThat(find(NativeButton.class).withClassName("page-banner-more").exists()).isFalse();
  }

  @Test
  void stackOfNothingIsNoLandmark() {
    assertThat(new BannerStack(List.of()).getElement().hasAttribute("role")).isFalse();
  }
}
