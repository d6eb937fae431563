package eu.rempart.activity.series;

import eu.rempart.activity.TestActivities;

/** The service of recurring activities over a test database. */
public final class TestSeries {

  private TestSeries() {}

  public static SeriesTimes times(TestActivities house) {
    return new SeriesTimes(new SeriesRepository(house.deals.database.app()));
  }

  public static SeriesService of(TestActivities house) {
    return new SeriesService(
        new SeriesRepository(house.deals.database.app()),
        house.activities,
        house.deals.writes,
        house.deals.rights,
        event -> {});
  }
}
