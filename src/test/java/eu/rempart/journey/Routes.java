package eu.rempart.journey;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import eu.rempart.RempartApplication;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every route of the application, so that a view which is added tomorrow is visited too. */
public final class Routes {

  private Routes() {}

  /** Paths with a leading slash; parameters stand in them as {@code :id}. */
  public static List<String> all() {
    var views = new ClassPathScanningCandidateComponentProvider(false);
    views.addIncludeFilter(new AnnotationTypeFilter(Route.class));
    return views.findCandidateComponents("eu.rempart").stream()
        .map(view -> Objects.requireNonNull(view.getBeanClassName()))
        .map(name -> ClassUtils.resolveClassName(name, null))
        .filter(view -> home(view).equals(home(RempartApplication.class))) // no view of a test
        .flatMap(Routes::paths)
        .flatMap(Routes::withoutWhatMayBeLeftOut)
        .map(path -> "/" + path)
        .distinct()
        .sorted()
        .toList();
  }

  private static URL home(Class<?> view) {
    return view.getProtectionDomain().getCodeSource().getLocation();
  }

  private static Stream<String> withoutWhatMayBeLeftOut(String path) {
    return path.endsWith("?")
        ? Stream.of(path.substring(0, path.lastIndexOf('/')), path.substring(0, path.length() - 1))
        : Stream.of(path);
  }

  private static Stream<String> paths(Class<?> view) {
    return Stream.concat(
        Stream.of(view.getAnnotation(Route.class).value()),
        Arrays.stream(view.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value));
  }
}
