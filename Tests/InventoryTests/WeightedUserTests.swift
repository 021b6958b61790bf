import Diagnostics
import EmissionFactors
import Quantities
import Testing

@testable import Inventory

/// Weighted users of AASHE STARS: A + B + C + 0.75 · ((D − A) + (E − B) − F), with the figures
/// that universities published in their own STARS reports.
struct WeightedUserTests {
  private func users(_ values: [Int]) -> WeightedUsers {
    var users = WeightedUsers()
    users.residentStudents = Number(values[0])
    users.residentStaff = Number(values[1])
    users.otherResidents = Number(values[2])
    users.students = Number(values[3])
    users.staff = Number(values[4])
    users.distanceStudents = Number(values[5])
    return users
  }

  @Test(arguments: [
    // American University 2005, OP 21 (report of 2021-03-05).
    ([3200, 0, 0, 10000, 2500, 0], "10175"),
    // Southwestern University FY17, OP 22 (2018-05-10).
    ([1142, 3, 0, 1508, 407, 30], "1700"),
    // Utah State University FY15, OP 22 (2016-11-01).
    ([4000, 120, 0, 14288, 2603, 693], "13178.5"),
    // Sewanee 2017, OP 22 (2018-12-20).
    ([1626, 15, 5, 1725, 712, 28], "2222"),
    // Lewis & Clark 2019, OP 21 (2020-03-06).
    ([1333, 6, 0, 3214, 729, 0], "3292"),
    // Arizona State University FY16, OP 19 (2017-02-27).
    ([13920, 0, 0, 87955, 9967, 13761], "66600.75"),
  ])
  func `the count is the one that was published`(
    values: [Int], published: String
  ) throws {
    #expect(users(values).count == (try number(published)))
  }
}
