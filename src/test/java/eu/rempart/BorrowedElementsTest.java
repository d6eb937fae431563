package eu.rempart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.Route;
import eu.rempart.shell.HomePanel;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordTab;
import eu.rempart.shell.RelatedPanel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Flow puts into a page's bundle what it finds by following the classes of its route. What a panel
 * of another room shows there, by a bean, it does not find: in the packaged application such a
 * field is an element that the browser does not know, and stays empty. The frame names them.
 */
class BorrowedElementsTest {

  /** Through these, pages show what other rooms bring. */
  private static final List<Class<?>> DOORS =
      List.of(RelatedPanel.class, HomePanel.class, RecordTab.class);

  @Test
  void theFrameNamesWhatPanelsOfOtherRoomsBringIntoAPage() {
    Set<JavaClass> panels =
        House.CLASSES.stream()
            .filter(each -> !each.isInterface())
            .filter(each -> DOORS.stream().anyMatch(each::isAssignableTo))
            .collect(Collectors.toSet());
    assertThat(panels).isNotEmpty();

    Set<String> missing = shownBy(panels);
    missing.removeAll(shownBy(Set.of(House.CLASSES.get(MainLayout.class))));

    assertThat(missing).as("to be named by the frame, as @Uses").isEmpty();
  }

  /** Elements that Flow's own way of looking finds: what the classes name, and so on. */
  private static Set<String> shownBy(Set<JavaClass> start) {
    Set<String> shown = new TreeSet<>();
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(start);
    while (!next.isEmpty()) {
      JavaClass one = next.pop();
      if (!seen.add(one)) {
        continue;
      }
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (isElement(target)) {
          shown.add(target.getName());
        } else if (target.getPackageName().startsWith("eu.rempart")
            && !target.isAnnotatedWith(Route.class)) {
          next.add(target);
        }
      }
    }
    return shown;
  }

  private static boolean isElement(JavaClass each) {
    return each.getPackageName().startsWith("com.vaadin.flow.component")
        && each.isAssignableTo(Component.class)
        && each.isAnnotatedWith(Tag.class)
        && each.isAnnotatedWith(JsModule.class);
  }
}
