package org.hrcamel.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The invented people of a sandbox: the same number always gives the same people, edge cases first. */
public final class Population {

    private static final List<String> FIRST_NAMES = List.of(
            "Nora",
            "José",
            "Anaïs",
            "李",
            "שרה",
            "محمد",
            "Zoë",
            "Łukasz",
            "Søren",
            "Ngọc",
            "O'Brien",
            "Ada",
            "Grace",
            "Alan",
            "Mary-Jane",
            "Björk",
            "Иван",
            "Eleni",
            "花子",
            "Renée");
    private static final List<String> LAST_NAMES = List.of(
            "Example",
            "García Márquez",
            "Dupont",
            "小龙",
            "כהן",
            "الخوارزمي",
            "van der Berg",
            "Wójcik",
            "Ørsted",
            "Nguyễn",
            "Smith 🎸",
            "Lovelace",
            "Hopper",
            "Turing",
            "Watson",
            "Guðmundsdóttir",
            "Петров",
            "Παππάς",
            "山田",
            "Müller");
    private static final List<Place> PLACES = List.of(
            new Place("Paris", "Île-de-France", "75002", "France", "FR", 48.8687, 2.3371),
            new Place("Pittsburgh", "Pennsylvania", "15212", "United States", "US", 40.4406, -79.9959),
            new Place("Lyon", "Auvergne-Rhône-Alpes", "69001", "France", "FR", 45.764, 4.8357),
            new Place("Atlanta", "Georgia", "30303", "United States", "US", 33.748997, -84.387985),
            new Place("Kraków", "Małopolska", "31-001", "Poland", "PL", 50.0614, 19.9366),
            new Place("京都", "京都府", "600-8001", "Japan", "JP", 35.0116, 135.7681));
    private static final List<String> TITLES = List.of(
            "Software Engineer", "Product Designer", "Nurse", "Ingénieur Développement H/F", "Data Analyst", "Drummer");
    private static final List<String> COMPANIES =
            List.of("Widget Corp", "Acme & Sons", "Établissements Lefèvre", "株式会社サンプル", "Example Motors");
    private static final List<String> SCHOOLS =
            List.of("Georgia Tech", "Sorbonne Université", "ETH Zürich", "MIT", "東京大学");

    private record Place(
            String city, String region, String postcode, String country, String code, double lat, double lng) {}

    private Population() {}

    /** The first {@code size} people. */
    public static List<Person> of(int size) {
        return IntStream.range(0, size).mapToObj(Population::person).toList();
    }

    /** The person at this position; cheap, so that large populations need not be kept. */
    public static Person person(int index) {
        Place place = PLACES.get(index % PLACES.size());
        String first = FIRST_NAMES.get(index % FIRST_NAMES.size());
        String last = LAST_NAMES.get((index / FIRST_NAMES.size() + index) % LAST_NAMES.size());
        boolean noEmail = index % 17 == 9;
        boolean noPhone = index % 11 == 7;
        return new Person(
                index,
                first,
                last,
                noEmail ? null : "candidate" + index + "@example.com",
                noPhone ? null : "+1555%07d".formatted(index),
                (index % 200 + 1) + " Main Street",
                place.city,
                place.region,
                place.postcode,
                place.country,
                place.code,
                place.lat,
                place.lng,
                TITLES.get(index % TITLES.size()),
                index % 5 == 3 ? "" : "Works well with others; candidate number " + index + ".",
                index % 7 == 6 ? List.of() : List.of("java", "sql", "skill " + index % 10),
                jobs(index),
                schools(index),
                index % 4 == 1 ? null : "https://www.linkedin.com/in/candidate" + index,
                LocalDate.of(2024, 1, 1).plusDays(index % 700));
    }

    private static List<Person.Job> jobs(int index) {
        if (index % 6 == 5) {
            return List.of();
        }
        LocalDate start = LocalDate.of(2012 + index % 8, 1 + index % 12, 1);
        Person.Job current =
                new Person.Job(pick(COMPANIES, index), pick(TITLES, index), "Built things.", start.plusYears(3), null);
        Person.Job former = new Person.Job(
                pick(COMPANIES, index + 1),
                pick(TITLES, index + 1),
                "",
                start,
                start.plusYears(3).minusDays(1));
        return index % 2 == 0 ? List.of(current, former) : List.of(current);
    }

    private static List<Person.School> schools(int index) {
        if (index % 8 == 7) {
            return List.of();
        }
        LocalDate start = LocalDate.of(2004 + index % 8, 9, 1);
        return List.of(new Person.School(
                pick(SCHOOLS, index),
                "BSc",
                "Physics",
                start,
                start.plusYears(4).withMonth(6)));
    }

    private static String pick(List<String> values, int index) {
        return values.get(index % values.size());
    }
}
