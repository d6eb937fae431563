package eu.rempart.ops.backup.ui;

import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.WithFirm;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.BackupService;
import eu.rempart.ops.backup.TestBackups;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen of backups, with destinations and backups that the test writes. */
abstract class BackupsViewCase extends WithFirm {

  static final String LYON = "sftp://backup@dc1.dupont.example/rempart";
  static final String LYON_TOO = "sftp://backup@dc1.dupont.example/second";
  static final Duration WEEK = Duration.ofDays(7);
  static final Proof GOOD =
      new Proof(Set.of(), Instant.parse("2026-11-30T08:12:45Z"), "246", new TreeMap<>());

  @Autowired BackupService service;
  @Autowired private BeanFactory beans;
  TestBackups backups;

  @BeforeEach
  void able() {
    backups = new TestBackups(beans, this::sql);
  }

  @AfterEach
  void nothing() {
    backups.clear();
  }

  UUID lyon() {
    return backups.destination(LYON, "FR", WEEK);
  }

  static BackupCell classic(UUID destination) {
    return TestBackups.cell(destination, Technology.CLASSIC);
  }

  static BackupCell image(UUID destination) {
    return TestBackups.cell(destination, Technology.IMAGE);
  }

  /** Good backups of both kinds. */
  void make(UUID destination, Duration ago) {
    backups.made(classic(destination), ago, 0);
    backups.made(image(destination), ago, 0);
  }

  void show() {
    open("backups", "");
  }

  String light() {
    return find(Paragraph.class)
        .withCondition(each -> each.hasClassName("light"))
        .single()
        .getText();
  }

  String look() {
    return String.join(
        " ",
        find(Paragraph.class)
            .withCondition(each -> each.hasClassName("light"))
            .single()
            .getClassNames());
  }

  ListItem line(Technology technology) {
    return find(ListItem.class)
        .withCondition(
            item ->
                item.getElement()
                    .getTextRecursively()
                    .startsWith(BackupTexts.technology(technology)))
        .all()
        .getFirst();
  }

  String classicLine() {
    return line(Technology.CLASSIC).getElement().getTextRecursively();
  }

  String imageLine() {
    return line(Technology.IMAGE).getElement().getTextRecursively();
  }

  boolean says(String sentence, Class<? extends com.vaadin.flow.component.Component> type) {
    return find(type).all().stream()
        .anyMatch(each -> each.getElement().getTextRecursively().contains(sentence));
  }

  Button button(String accessibleName) {
    return find(Button.class)
        .withCondition(each -> each.getAriaLabel().filter(accessibleName::equals).isPresent())
        .single();
  }

  List<BackupRun> open() {
    return service.state().runs().stream().filter(run -> run.state().isOpen()).toList();
  }

  /** Draws news on this thread, which knows who is signed in. */
  static void awaitNews(BooleanSupplier shown) {
    await()
        .pollInSameThread()
        .until(
            () -> {
              VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
              return shown.getAsBoolean();
            });
  }
}
