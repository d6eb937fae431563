package eu.rempart.demo.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.demo.DemoMove;
import eu.rempart.demo.DemoPhase;
import eu.rempart.demo.DemoProgress;
import eu.rempart.shell.DoorNotice;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.part.BannerBar;
import eu.rempart.shell.part.BannerBar.Urgency;
import eu.rempart.shell.part.Live;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * What is done of the demo firm's move and what is left, above every page and on the sign-in page;
 * administrators are told too where it broke off.
 */
@org.springframework.stereotype.Component
@ConditionalOnProperty(name = "rempart.demo", havingValue = "true")
final class DemoNotice implements PageBanner, DoorNotice {

  private static final Duration PACE = Duration.ofSeconds(2);

  private final DemoProgress progress;
  private final CurrentMember current;

  DemoNotice(DemoProgress progress, CurrentMember current) {
    this.progress = progress;
    this.current = current;
  }

  @Override
  public List<BannerBar> create() {
    Optional<DemoMove> move = progress.find();
    if (move.isEmpty()) {
      return List.of();
    }
    return move.get().running()
        ? List.of(moving())
        : current.may(Right.MANAGE_SECURITY) ? List.of(missing(move.get())) : List.of();
  }

  private BannerBar moving() {
    var close = new Button(t("shell.close"));
    var banner = new BannerBar(Urgency.NEWS, words(), close);
    close.addClickListener(_ -> banner.removeFromParent());
    Live.every(banner, PACE, () -> banner.say(words()));
    return banner;
  }

  private BannerBar missing(DemoMove move) {
    var known = new Button(t("demo.missing.known"));
    var banner = new BannerBar(Urgency.NEWS, words(move), known);
    known.addClickListener(
        _ -> {
          progress.putAway();
          banner.removeFromParent();
        });
    return banner;
  }

  @Override
  public Optional<String> sentence() {
    return progress.find().filter(DemoMove::running).map(DemoNotice::words);
  }

  private String words() {
    return progress.find().map(DemoNotice::words).orElseGet(() -> t("demo.in"));
  }

  private static String words(DemoMove move) {
    DemoPhase phase = move.phase();
    String left = names(phase.left());
    if (!move.running()) {
      return t("demo.missing", phase.percent(), left);
    }
    return phase.done().isEmpty()
        ? t("demo.moving.begun", left)
        : t("demo.moving", phase.percent(), names(phase.done()), left);
  }

  private static String names(List<DemoPhase> phases) {
    return phases.stream()
        .map(phase -> t("demo.phase." + phase.key()))
        .collect(Collectors.joining(", "));
  }
}
