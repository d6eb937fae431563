package eu.rempart.ops.site.place;

import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.SettingPlaces;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.SiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The machines of a cluster: all of them have its data, but for the witness. */
@Component
public final class SitePlaces implements SettingPlaces {

  private final SiteFolder folder;

  SitePlaces(HomeFolder home) {
    this.folder = SiteFolder.of(home.path());
  }

  @Override
  public List<DataPlace> places() {
    try {
      return Cluster.read(folder.cluster()).map(SitePlaces::all).orElse(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DataPlace> all(Cluster cluster) {
    return cluster.machines().stream().map(SitePlaces::of).toList();
  }

  /** One of them. */
  public static DataPlace of(Cluster.Machine machine) {
    PlaceKind kind =
        switch (machine.role()) {
          case SITE -> PlaceKind.SERVER;
          case WITNESS -> PlaceKind.WITNESS;
        };
    return new DataPlace(kind, machine.host(), machine.country(), "site init --country");
  }
}
