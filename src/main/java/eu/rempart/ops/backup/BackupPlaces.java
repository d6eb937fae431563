package eu.rempart.ops.backup;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.kernel.place.PlaceSource;
import eu.rempart.ops.backup.engine.Destination;
import java.util.List;

/** Where backups go. */
final class BackupPlaces implements PlaceSource {

  private final BackupRepository repository;

  BackupPlaces(BackupRepository repository) {
    this.repository = repository;
  }

  /**
   * Lets a start go on where all of them are in allowed countries: the settings may be others than
   * when they were added.
   *
   * @throws PlaceNotAllowedException if one is not
   */
  void require(PlaceRules rules) throws PlaceNotAllowedException {
    for (DataPlace place : places()) {
      rules.require(place);
    }
  }

  @Override
  public List<DataPlace> places() {
    return repository.destinations().stream().map(each -> of(each.destination())).toList();
  }

  /** One of them; a folder here may be a disk that is carried away. */
  static DataPlace of(Destination destination) {
    return DataPlace.ofScreen(
        PlaceKind.DESTINATION,
        destination.address().machine().orElse("localhost"),
        destination.country().value());
  }
}
