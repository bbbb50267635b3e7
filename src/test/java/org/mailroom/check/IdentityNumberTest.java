package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.check.IdentityNumbers.Fault;

/** V-ID of the specification, GB 11643-1999; all numbers are synthetic. */
class IdentityNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 8, 30);

    private final IdentityNumbers numbers = Cnipa.VALUES.identities();

    @ParameterizedTest
    @CsvSource({
        "110101197508150018, true,  1975-08-15",
        "440104198212310027, false, 1982-12-31",
        "320102200002291235, true,  2000-02-29",
        "43010219780615005X, true,  1978-06-15",
        "610101196801010093, true,  1968-01-01"
    })
    void valid_numbers_tell_sex_and_birth(String text, boolean male, LocalDate birth) {
        IdentityNumber number = numbers.read(text, TODAY).number().orElseThrow();

        assertThat(number.male()).isEqualTo(male);
        assertThat(number.birth()).isEqualTo(birth);
    }

    @ParameterizedTest
    @CsvSource({
        "650102199002290014,   DATE",
        "990101197508150011,   PREFIX",
        "110101197508150019,   CHECK",
        "110101750815001,      OLD",
        "4.30102E+17,          SPREADSHEET",
        "4.30102e17,           SPREADSHEET",
        "110101197508150000,   ROUNDED",
        "1101011975081500189,  SHAPE",
        "11010119750815001,    SHAPE",
        "X10101197508150018,   SHAPE",
        "E12345678,            OTHER",
        "H0123456(7),          OTHER"
    })
    void each_fault_is_told_apart(String text, Fault fault) {
        assertThat(numbers.read(text, TODAY).fault()).contains(fault);
        assertThat(numbers.read(text, TODAY).number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "43010219780615005x",
                "４３０１０２１９７８０６１５００５Ｘ",
                "430102 19780615 005X",
                "430102-19780615-005X",
                "430102　1978\n0615005X"
            })
    void width_blanks_dashes_and_case_make_no_difference(String text) {
        assertThat(numbers.read(text, TODAY).number()).contains(new IdentityNumber("43010219780615005X"));
    }

    @Test
    void a_birth_after_today_is_no_date() {
        assertThat(numbers.read("320102200002291235", LocalDate.of(2000, 2, 28)).fault())
                .isEqualTo(Optional.of(Fault.DATE));
    }

    @Test
    void P9_a_number_never_prints_itself_and_a_wrong_one_is_not_echoed() {
        assertThat(new IdentityNumber("110101197508150018")).hasToString("******************");
        assertThat(numbers.read("110101197508150018", TODAY).toString()).doesNotContain("1975");
        assertThatThrownBy(() -> new IdentityNumber("110101197508150019"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an identity number");
    }
}
