/// A database, whichever it is: what differs between them stays below this line.
protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }
    /// Reads from one state of the database, whatever others write meanwhile.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    )
        async throws(StoreError) -> Result
    /// A transaction: all of it, or nothing. May be run again if the database asks for it, unless it is to run `once`.
    @discardableResult
    func write<Result: Sendable>(
        once: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws(StoreError) -> Result
    /// Takes what was deleted out of the database's files, as far as the database lets us.
    func eraseDeleted(afterPurge: Bool) async throws(StoreError)
    /// Copies the database to a new file as it is at one moment, if it is kept in a file.
    func copy(to path: String) async throws(StoreError) -> Bool
    func close() async throws(StoreError)
}

extension SQLDatabase {
    @discardableResult
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    )
        async throws(StoreError) -> Result
    {
        try await write(once: false, body)
    }
}

/// A connection in the middle of a transaction.
protocol SQLConnection {
    var dialect: SQLDialect { get }
    func rows(_ statement: SQLStatement) throws(StoreError) -> [SQLRow]
    /// Returns how many rows were changed.
    @discardableResult
    func execute(_ statement: SQLStatement) throws(StoreError) -> Int
    /// Runs words of ours that hold several statements.
    func run(script: String) throws(StoreError)
    /// Adds many rows to a table in the fastest way there is. Each row has the columns' values in their order.
    func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws(StoreError)
}

extension SQLConnection {
    func row(_ statement: SQLStatement) throws(StoreError) -> SQLRow? { try rows(statement).first }

    func integer(_ statement: SQLStatement) throws(StoreError) -> Int {
        guard var row = try row(statement) else { throw .damaged("the database gave no answer to a count") }
        return try row.integer()
    }
}
